package io.jenkins.plugins.slacknotify.message.template;

/** The failure to fill a template because its build was deleted. Nobody can fix that, and the template is as good as before. */
public final class GoneBuildException extends BrokenTemplateException {
    private static final long serialVersionUID = 1;

    public GoneBuildException(String message) {
        super(message);
    }
}
