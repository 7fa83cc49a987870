package io.jenkins.plugins.slacknotify.personal;

import hudson.Extension;
import hudson.XmlFile;
import hudson.model.Saveable;
import hudson.model.User;
import hudson.model.listeners.SaveableListener;
import hudson.scm.ChangeLogSet;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Records which e-mail addresses of accounts come from commits, so that nothing is sent to them. The git plugin stores the address of a
 * commit with the account that has the author's name, if that account has no address ({@code GitChangeSet#findOrCreateUser}). Otherwise
 * anybody who can push could have another person's messages sent to an address of their own.
 */
@Extension
public final class CommitAddressListener extends SaveableListener {
    private static final Logger LOGGER = Logger.getLogger(CommitAddressListener.class.getName());
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    @Override
    public void onChange(Saveable saved, XmlFile file) {
        if (saved instanceof User user && isSavedByChangeLog()) {
            distrust(user);
        }
    }

    /** Jenkins calls listeners on the thread that makes the change, so the caller is on the stack. */
    private static boolean isSavedByChangeLog() {
        return STACK.walk(frames ->
                frames.anyMatch(frame -> ChangeLogSet.Entry.class.isAssignableFrom(frame.getDeclaringClass())));
    }

    private static void distrust(User user) {
        String address = MailAddresses.stored(user);
        SlackUserProperty property = user.getProperty(SlackUserProperty.class);
        if (address == null || property == null) {
            return;
        }
        try {
            property.distrust(address);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not note where the address of " + user.getId() + " comes from");
        }
    }
}
