// The shop's colour on the page and in Web Chat. The server has chosen what stays readable on it (onColor) and on white (accent).
const white = '#ffffff';
const ink = '#1d2129';

export function paint({ color, onColor, accent, logo, name }) {
  const style = document.documentElement.style;
  style.setProperty('--shop', color);
  style.setProperty('--on-shop', onColor);
  style.setProperty('--accent', accent);
  const place = document.getElementById('logo');
  if (logo) {
    const image = document.createElement('img');
    image.src = logo;
    image.alt = '';
    place.replaceChildren(image);
  } else {
    place.textContent = [...name.trim()][0]?.toUpperCase() ?? '';
  }
}

export function styleOptions(shop) {
  const { accent } = shop;
  return {
    accent,
    autoScrollSnapOnPage: true,
    backgroundColor: white,
    bubbleBackground: '#f1f3f5',
    bubbleBorderRadius: 14,
    bubbleBorderWidth: 0,
    bubbleFromUserBackground: shop.color,
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserBorderWidth: 0,
    bubbleFromUserTextColor: shop.onColor,
    bubbleMaxWidth: 460,
    bubbleTextColor: ink,
    cardEmphasisBackgroundColor: '#f1f3f5',
    groupTimestamp: 60000,
    // The page's own status line tells more (expired sessions, the wait before the next try), and twice would be noise.
    hideToaster: true,
    // The server keeps no small pictures; making them takes a worker, which the page forbids.
    enableUploadThumbnail: false,
    paddingRegular: 12,
    primaryFont: 'var(--font)',
    rootHeight: '100%',
    rootWidth: '100%',
    sendBoxBorderTop: 'solid 1px #dfe3e8',
    sendBoxButtonColor: accent,
    sendBoxButtonColorOnHover: accent,
    sendBoxHeight: 52,
    sendBoxPlaceholderColor: '#5b6470',
    sendBoxTextColor: ink,
    sendBoxTextWrap: true,
    subtle: '#5b6470',
    suggestedActionActiveBackgroundColor: '#e8ecf0',
    suggestedActionBackgroundColor: white,
    suggestedActionBorderColor: accent,
    suggestedActionBorderRadius: 18,
    suggestedActionBorderWidth: 1,
    suggestedActionHeight: 38,
    suggestedActionHoverBackgroundColor: '#f1f3f5',
    suggestedActionLayout: 'flow',
    suggestedActionTextColor: accent,
    timestampColor: '#5b6470',
    uploadAccept: 'image/jpeg,image/png,image/gif,image/webp,application/pdf,text/plain',
    uploadMultiple: true,
    userAvatarBackgroundColor: shop.color,
  };
}
