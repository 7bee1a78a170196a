/** @module The dialogs about one's own account, loaded together: each is small, and one of them is seldom opened alone. */
import './auto-reply-dialog.ts';
import './own-alerts-dialog.ts';
import './own-password-dialog.ts';
import './own-profile-dialog.ts';
import './own-sessions-dialog.ts';
