package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.TemplateSource;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;

/** The stored form of {@link MessageOptions}. What is null is as for the whole system. */
record StoredOptions(
        @CheckForNull String botName,
        @CheckForNull String botIcon,
        @CheckForNull String details,
        @CheckForNull String mention,
        @CheckForNull String template,
        @CheckForNull Source source,
        @CheckForNull String buttons,
        @CheckForNull String language,
        @CheckForNull Boolean repliesInThread,
        @CheckForNull String subscription,
        @CheckForNull Channel channelSource) {

    /** The stored form of a {@link TemplateSource}. */
    record Source(String name, String owner) {
        @CheckForNull
        static Source of(@CheckForNull TemplateSource source) {
            return source == null ? null : new Source(source.name(), source.owner());
        }

        TemplateSource toSource() {
            return new TemplateSource(name, owner);
        }
    }

    /** The stored form of a {@link ChannelSource}. */
    record Channel(
            String scope,
            String owner,
            @CheckForNull String destination,
            @CheckForNull String rule,
            int position,
            int shape) {
        @CheckForNull
        static Channel of(@CheckForNull ChannelSource source) {
            return source == null
                    ? null
                    : new Channel(
                            source.scope().name(),
                            source.owner(),
                            source.destination(),
                            source.rule(),
                            source.position(),
                            source.shape());
        }

        /** Null for a scope that this version does not know. */
        @CheckForNull
        ChannelSource toSource() {
            RuleScope known = EnumNames.lenient(RuleScope.class, scope);
            return known == null ? null : new ChannelSource(known, owner, destination, rule, position, shape);
        }
    }

    /** Null for the options that change nothing. */
    @CheckForNull
    static StoredOptions of(MessageOptions options) {
        return options.equals(MessageOptions.DEFAULT)
                ? null
                : new StoredOptions(
                        options.botName(),
                        options.botIcon(),
                        EnumNames.nullable(options.details()),
                        options.mention(),
                        options.template(),
                        Source.of(options.source()),
                        EnumNames.nullable(options.buttons()),
                        EnumNames.nullable(options.language()),
                        options.repliesInThread() ? true : null,
                        options.subscription(),
                        Channel.of(options.channelSource()));
    }

    static MessageOptions toOptions(@CheckForNull StoredOptions stored) {
        return stored == null
                ? MessageOptions.DEFAULT
                : MessageOptions.builder()
                        .botName(stored.botName)
                        .botIcon(stored.botIcon)
                        .details(EnumNames.lenient(ThreadDetails.class, stored.details))
                        .mention(stored.mention)
                        .template(stored.template, stored.source == null ? null : stored.source.toSource())
                        .buttons(EnumNames.lenient(MessageButtons.class, stored.buttons))
                        .language(EnumNames.lenient(MessageLanguage.class, stored.language))
                        .repliesInThread(Boolean.TRUE.equals(stored.repliesInThread))
                        .subscription(stored.subscription)
                        .channelSource(stored.channelSource == null ? null : stored.channelSource.toSource())
                        .build();
    }
}
