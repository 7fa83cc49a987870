package io.jenkins.plugins.slacknotify.interaction.preview;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.MessageRenderer;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DurationFormatter;
import io.jenkins.plugins.slacknotify.message.wording.HeadlineRenderer;
import io.jenkins.plugins.slacknotify.message.wording.Phrase;
import io.jenkins.plugins.slacknotify.message.wording.PhraseLanguage;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Renders what pages show as cards, within Slack's limits whatever they contain. */
final class CardRenderer {
    private static final int MAX_DESCRIPTION = 300;
    private static final int MAX_REASON = 150;
    private static final int MAX_BRIEF = 300;

    private final MessageRenderer renderer = new MessageRenderer();
    private final PartRenderer parts = new PartRenderer();

    /** Renders a card. @return blocks as a JSON array */
    String render(PageContent content) {
        return styled(content, () -> {
            if (content instanceof PageContent.OfBuild build) {
                return build(build);
            }
            if (content instanceof PageContent.OfDequeued gone) {
                return dequeued(gone.job());
            }
            return content instanceof PageContent.OfItem item ? item(item) : queued((PageContent.OfQueue) content);
        });
    }

    /** Renders what of a card does not change as time goes by alone, to find out whether it has changed. */
    String signature(PageContent content) {
        if (content instanceof PageContent.OfBuild build && build.event().running()) {
            BuildEvent timeless = build.event().toBuilder()
                    .duration(Duration.ZERO)
                    .at(build.event().key().startedAt())
                    .build();
            return render(new PageContent.OfBuild(
                    timeless, build.severity(), build.part(), build.questions(), build.stages(), build.terms()));
        }
        return content instanceof PageContent.OfQueue queue
                ? queue.item().slot() + " " + queue.item().why()
                : render(content);
    }

    private static String styled(PageContent content, Supplier<String> writing) {
        PreviewTerms terms = content.terms();
        return PhraseLanguage.in(terms.language(), () -> terms.emoji().use(writing));
    }

    private String build(PageContent.OfBuild build) {
        BuildEvent event = build.event();
        List<String> details = new ArrayList<>(parts.render(build));
        if (event.running()) {
            progress(build).ifPresent(details::add);
        }
        String card = renderer.renderCard(event, build.severity(), details);
        return switch (build.terms().buttons()) {
            case NONE -> card;
            case LINKS -> renderer.withLinkButtons(card, asMilestone(build));
            case ALL -> renderer.withActingButtons(card, asMilestone(build), build.severity());
        };
    }

    /** Says where a running build is, and what it waits for. */
    private static Optional<String> progress(PageContent.OfBuild build) {
        List<String> lines = new ArrayList<>();
        if (!build.stages().isEmpty()) {
            lines.add(Phrase.CARD_NOW.format(
                    build.stages().stream().map(Mrkdwn::bold).collect(Collectors.joining(", "))));
        }
        build.questions().stream().limit(1).forEach(question -> {
            String text = question.text();
            lines.add(":raised_hand: "
                    + (text == null
                            ? Phrase.CARD_WAITS.format()
                            : Phrase.CARD_WAITS_FOR.format(Mrkdwn.line(text, MAX_DESCRIPTION))));
        });
        if (build.questions().size() > 1) {
            lines.add(Phrase.CARD_WAITS_MORE.format(build.questions().size() - 1));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    /** A running build has the buttons of what it does at this moment: it has begun, or waits for an answer. */
    private static BuildEvent asMilestone(PageContent.OfBuild build) {
        if (!build.event().running()) {
            return build.event();
        }
        Optional<InputQuestion> question = build.questions().stream().findFirst();
        return build.event().withMilestone(question.map(Milestone::waitingFor).orElse(Milestone.STARTED));
    }

    private static String item(PageContent.OfItem item) {
        String name = "*" + Mrkdwn.link(item.url(), item.name()) + "*";
        StringBuilder text = new StringBuilder(icon(item.kind())).append(' ').append(what(item, name));
        String description = item.description();
        if (description != null && !Mrkdwn.isBlank(description)) {
            text.append('\n').append(Mrkdwn.line(description, MAX_DESCRIPTION));
        }
        BuildEvent primary = item.primary();
        if (primary != null) {
            text.append('\n').append(HeadlineRenderer.renderBrief(primary, MAX_BRIEF));
        }
        return Blocks.start().section(text.toString()).json();
    }

    private static String icon(PageContent.OfItem.Kind kind) {
        return switch (kind) {
            case JOB -> ":white_circle:";
            case FOLDER, VIEW -> ":file_folder:";
            case PROJECT -> ":twisted_rightwards_arrows:";
        };
    }

    private static String what(PageContent.OfItem item, String name) {
        String what =
                switch (item.kind()) {
                    case JOB -> Phrase.CARD_JOB.format(name);
                    case PROJECT -> Phrase.CARD_PROJECT.format(name, item.jobs());
                    default -> Phrase.CARD_FOLDER.format(name, item.jobs());
                };
        return item.kind() == PageContent.OfItem.Kind.JOB || item.running() == 0
                ? what
                : Phrase.CARD_RUNNING.format(what, item.running());
    }

    private static String dequeued(JobReference job) {
        return Blocks.start()
                .section(":no_entry_sign: " + Phrase.CARD_DEQUEUED.format(job.link()))
                .json();
    }

    private static String queued(PageContent.OfQueue content) {
        QueuedBuild item = content.item();
        Blocks blocks = Blocks.start()
                .section(":hourglass: "
                        + Phrase.CARD_QUEUED.format(
                                item.job().link(),
                                DurationFormatter.format(item.waiting()),
                                Mrkdwn.line(item.why(), MAX_REASON)));
        if (content.terms().buttons() == MessageButtons.ALL) {
            item.takeOutValue()
                    .ifPresent(value -> blocks.buttons(List.of(new Blocks.Button(
                            Phrase.CARD_DEQUEUE.format(),
                            ButtonAction.CANCEL.id(),
                            value,
                            Phrase.CARD_DEQUEUE_CONFIRM.format(
                                    Mrkdwn.line(item.job().displayName()))))));
        }
        return blocks.json();
    }
}
