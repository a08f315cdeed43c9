/**
 * What elements of the page are asked for, whatever the page calls them: a form that has a field named `closest` answers
 * with that field when it is asked itself.
 */
type Getter<T, V> = (of: T) => V;

const getter = <T extends object, K extends keyof T>(of: { prototype: T }, name: K): Getter<T, T[K]> => {
  const { get } = Object.getOwnPropertyDescriptor(of.prototype, name)!;
  return from => get!.call(from);
};

export const parentOf = getter(Node, 'parentNode');
export const childrenOf = getter(Node, 'childNodes');
export const isConnected = getter(Node, 'isConnected');
export const shadowOf = getter(Element, 'shadowRoot');

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

export const allWithin = <E extends Element>(root: ParentNode, selector: string): NodeListOf<E> =>
  (root instanceof Element
    ? Element
    : root instanceof Document
      ? Document
      : DocumentFragment
  ).prototype.querySelectorAll.call(root, selector) as NodeListOf<E>;
