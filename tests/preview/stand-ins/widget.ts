import widget from '../../../entrypoints/widget/index';

widget.main();
