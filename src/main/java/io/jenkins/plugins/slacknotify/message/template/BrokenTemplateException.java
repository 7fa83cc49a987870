package io.jenkins.plugins.slacknotify.message.template;

/** Thrown if a template cannot be used. The message is for the template's author, and says what to do. */
public class BrokenTemplateException extends Exception {
    private static final long serialVersionUID = 1;

    public BrokenTemplateException(String message) {
        super(message);
    }
}
