package io.jenkins.plugins.slacknotify.message.template;

/** A template cannot be used. The message is for whoever wrote it, and says what to do. */
public class BrokenTemplateException extends Exception {
    private static final long serialVersionUID = 1;

    public BrokenTemplateException(String message) {
        super(message);
    }
}
