import type { Pair } from '@yunsu/api';

/** Sentences of the page that scans, [zh, en]. The scripts hold no words: they show these. */
export const scanWords = {
  scanWithCamera: ['用相机扫码', 'Scan with the camera'],
  scanTitle: ['扫一扫商品上的码', 'Scan the code on the product'],
  scanLead: [
    '二维码、条码、药盒和农资上的小方码都可以。图像只在您的设备上识别，不会上传。',
    'QR codes, barcodes and the small square codes on medicine and farm supplies. Pictures are read on your device and never sent.',
  ],
  scanNoScript: [
    '浏览器关闭了脚本，这里不能用相机，也不能识别照片。请在下面输入码，或用手机自带的相机扫码。',
    'Scripts are switched off in this browser, so neither camera nor photos can be read here. Enter the code below, or scan it with the camera of your phone.',
  ],

  cameraTitle: ['相机', 'Camera'],
  cameraOpen: ['打开相机', 'Open the camera'],
  cameraClose: ['关闭相机', 'Close the camera'],
  cameraLight: ['补光灯', 'Light'],
  cameraPreview: ['相机画面', 'Camera picture'],
  photoTitle: ['从照片识别', 'Read a photo'],
  photoChoose: ['拍照或选一张照片', 'Take or choose a photo'],
  photoHint: [
    '也可以把图片拖到本页，或者直接粘贴。',
    'You can also drop a picture on this page, or paste it.',
  ],
  photoDrop: ['松开，识别这张图片', 'Let go to read this picture'],
  typeTitle: ['输入或用扫码枪', 'Type, or use a hand scanner'],
  typeHint: [
    '扫码枪：光标在输入框里时直接扫，扫完会自动查询。',
    'Hand scanner: scan while the cursor is in the field; the answer opens by itself.',
  ],

  scanIdle: [
    '按“打开相机”，浏览器会问您是否允许使用相机。',
    'Press “Open the camera”; the browser will ask whether you allow it.',
  ],
  scanAsking: ['请在浏览器的提示里选择“允许”。', 'Please choose “Allow” in the question of the browser.'],
  scanLooking: [
    '把码放进框里，离远一点再慢慢靠近。',
    'Hold the code inside the frame; start far away and move closer.',
  ],
  scanPhoto: ['正在识别照片……', 'Reading the photo…'],
  scanFound: ['读到了，正在查询……', 'Read. Looking it up…'],
  scanSeveral: ['图里有几个码，请选一个。', 'There are several codes in the picture. Please choose one.'],
  scanClosed: ['相机已关闭。', 'The camera is closed.'],
  scanDenied: ['没有得到使用相机的许可。', 'The camera was not allowed.'],
  scanNoCamera: ['这台设备上没有找到相机。', 'No camera was found on this device.'],
  scanBusy: [
    '相机打不开，可能正被别的应用使用。',
    'The camera can not be opened; another app may be using it.',
  ],
  scanInsecure: [
    '这个浏览器不让本页使用相机（需要 https 或较新的浏览器）。',
    'This browser does not let this page use the camera (it needs https or a newer browser).',
  ],
  scanUnsupported: [
    '这个浏览器不能识别图像。请换一个浏览器，或输入码。',
    'This browser can not read pictures. Please use another one, or type the code.',
  ],
  scanReaderLost: [
    '识别程序没有下载成功。请检查网络后刷新本页，或输入码。',
    'The reader could not be loaded. Check the connection and reload this page, or type the code.',
  ],
  scanNothing: ['照片里没有找到码。', 'No code was found in the photo.'],
  scanNotPicture: ['这不是能打开的图片。', 'This is not a picture that can be opened.'],
  scanTooLong: [
    '这个码的内容太长，不是商品追溯码。',
    'This code holds too much; it is no code for tracing a product.',
  ],

  helpDenied1: [
    '在地址栏左侧的图标里，把“相机”改为“允许”，然后刷新。',
    'Open the icon at the left of the address, set “Camera” to “Allow”, and reload.',
  ],
  helpDenied2: [
    '如果您在微信、支付宝等应用里打开本页：点右上角“…”，选“在浏览器打开”。',
    'If you opened this page inside an app such as WeChat: tap “…” at the top right and choose “Open in browser”.',
  ],
  helpDenied3: ['或者拍一张照片，用“从照片识别”。', 'Or take a photo and use “Read a photo”.'],
  helpNothing1: [
    '把码拍满半个画面，四周留一圈空白。',
    'Let the code fill half of the picture, with a white margin around it.',
  ],
  helpNothing2: [
    '避开反光和阴影，瓶子上的码尽量拍正。',
    'Avoid glare and shadow; hold a bottle so that the code is straight.',
  ],
  helpNothing3: ['还是不行，就输入码下面的数字。', 'If it still fails, type the digits under the code.'],

  chooseTitle: ['请选一个码', 'Choose a code'],
  chooseAgain: ['都不是，重新扫', 'None of these, scan again'],
  kindQr: ['二维码', 'QR code'],
  kindMatrix: ['小方码（Data Matrix）', 'Data Matrix'],
  kindRetail: ['商品条码', 'Product barcode'],
  kindLinear: ['条码', 'Barcode'],
  kindOther: ['其他码', 'Other code'],
} as const satisfies Record<string, Pair>;
