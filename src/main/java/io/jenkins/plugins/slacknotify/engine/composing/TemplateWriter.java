package io.jenkins.plugins.slacknotify.engine.composing;

import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.report.BrokenTemplates;
import io.jenkins.plugins.slacknotify.engine.spi.Macros;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import io.jenkins.plugins.slacknotify.message.template.ParsedTemplate;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import java.util.Optional;

/** Says what templates say of builds. Where one cannot be used, that is noted, and the message's own words are left to say. */
public final class TemplateWriter {
    private final Macros macros;
    private final BrokenTemplates broken;

    public TemplateWriter(Macros macros, BrokenTemplates broken) {
        this.macros = macros;
        this.broken = broken;
    }

    /** In mrkdwn; empty where the message's own words are to be said. */
    Optional<String> write(Notification notification) {
        MessageOptions style = style(notification);
        String template = style.template();
        if (template == null) {
            return Optional.empty();
        }
        try {
            String said = fill(template, notification);
            broken.markWorking(template);
            return Optional.of(said);
        } catch (BrokenTemplateException e) {
            broken.markBroken(template, style.source(), e.getMessage());
            return Optional.empty();
        }
    }

    private String fill(String template, Notification notification) throws BrokenTemplateException {
        BuildEvent event = notification.event();
        return ParsedTemplate.parse(template)
                .fill(event, notification.severity(), macro -> macros.expand(macro, event.key()));
    }

    /** What people should know of a message that could not be written in the words of its template. */
    public Optional<String> note(Notification notification) {
        return Optional.ofNullable(style(notification).template()).flatMap(broken::note);
    }

    /** Of the messages that tell of a build by themselves; what a person is told, and what a job's author says, has none. */
    private static MessageOptions style(Notification notification) {
        boolean tells = notification.text() == null
                && notification.recipient() == null
                && (notification.detail() == null || notification.isHeadline());
        MessageOptions style = notification.style();
        return tells && style != null ? style : MessageOptions.DEFAULT;
    }
}
