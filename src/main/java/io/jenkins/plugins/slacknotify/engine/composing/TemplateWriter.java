package io.jenkins.plugins.slacknotify.engine.composing;

import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.report.BrokenTemplates;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import io.jenkins.plugins.slacknotify.message.template.GoneBuildException;
import io.jenkins.plugins.slacknotify.message.template.ParsedTemplate;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.TemplateSource;
import java.util.Optional;

/** Fills the templates of news. Reports a template that cannot be used, and leaves the message to its standard wording. */
public final class TemplateWriter {
    private final TimeLimitedMacros macros;
    private final BrokenTemplates broken;

    /** @param broken gets the templates that cannot be used */
    public TemplateWriter(TimeLimitedMacros macros, BrokenTemplates broken) {
        this.macros = macros;
        this.broken = broken;
    }

    /** The filled template, in mrkdwn; empty where the message has its standard wording. */
    Optional<String> write(BuildNews news) {
        MessageOptions options = options(news);
        String template = options.template();
        if (template == null) {
            return Optional.empty();
        }
        long clears = broken.clears();
        try {
            TemplateSource source = options.source();
            String filled = fill(template, news, source == null ? "" : source.owner());
            broken.markWorking(template);
            return Optional.of(filled);
        } catch (GoneBuildException e) {
            return Optional.empty();
        } catch (BrokenTemplateException e) {
            broken.markBroken(template, options.source(), e.getMessage(), clears);
            return Optional.empty();
        }
    }

    private String fill(String template, BuildNews news, String owner) throws BrokenTemplateException {
        BuildEvent event = news.event();
        return ParsedTemplate.parse(template)
                .fill(event, news.severity(), macro -> macros.expand(macro, event.key(), owner));
    }

    /** The note for people on news whose template cannot be used; empty for all others. */
    Optional<String> note(BuildNews news) {
        return Optional.ofNullable(options(news).template()).flatMap(broken::note);
    }

    /** The options of news, without its template where it goes to a person: such a message has its standard wording. */
    private static MessageOptions options(BuildNews news) {
        return news.recipient() == null ? news.options() : MessageOptions.DEFAULT;
    }
}
