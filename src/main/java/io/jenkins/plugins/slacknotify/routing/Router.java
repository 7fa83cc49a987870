package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Evaluates rules, one after the other, to find out which destinations and people to notify of a build.
 *
 * @param system the rules of the whole system, in the order of their evaluation
 * @param limits the channels to which the rules of jobs and folders may lead
 */
public record Router(List<RuleSet> system, ChannelLimits limits) {
    /** A router without rules of the system: only the rules of jobs and folders count. */
    public static final Router EMPTY = new Router(List.of());

    public Router {
        system = List.copyOf(system);
    }

    /** Creates a router that limits no channels. */
    public Router(List<RuleSet> system) {
        this(system, ChannelLimits.NONE);
    }

    /** Returns a router that evaluates another set of rules after these. */
    public Router with(RuleSet last) {
        return new Router(Stream.concat(system.stream(), Stream.of(last)).toList(), limits);
    }

    /**
     * Finds out whom to notify of a build. The rules of its job come first, then those of its folders, then those of the
     * system, and those of subscriptions last. Where two rules notify one destination, the options of the first rule count.
     *
     * @param own the rules of the build's job and folders
     * @param rated the severity of the build where no rule sets another
     */
    public RoutingResult route(BuildEvent event, JobRules own, Severity rated) {
        Evaluation evaluation = new Evaluation(event, rated, limits);
        Stream.concat(own.sets().stream(), system.stream())
                .filter(set -> own.inSystemChannel() || set.scope() != RuleScope.SYSTEM_CHANNEL)
                .forEach(evaluation::evaluate);
        return evaluation.result();
    }

    /**
     * Whether any rule names a kind of milestone. Where none does, nobody is notified of one, whatever else there is to know of the build.
     *
     * @param own as in {@link #route}
     */
    public boolean names(EventKind milestone, JobRules own) {
        return Stream.concat(own.sets().stream(), system.stream())
                .flatMap(set -> set.rules().stream())
                .anyMatch(rule -> !rule.disabled() && rule.when().events().contains(milestone));
    }

    /** The evaluation of all rules for one build. */
    private static final class Evaluation {
        private final BuildEvent event;
        private final ChannelLimits limits;
        private final List<Route> routes = new ArrayList<>();
        private final List<RuleDecision> decisions = new ArrayList<>();
        private Addressees people = Addressees.NOBODY;
        private Severity severity;
        private boolean stopped;

        Evaluation(BuildEvent event, Severity rated, ChannelLimits limits) {
            this.event = event;
            this.limits = limits;
            this.severity = rated;
        }

        void evaluate(RuleSet set) {
            set.rules().forEach(rule -> decisions.add(decide(set, rule)));
        }

        private RuleDecision decide(RuleSet set, Rule rule) {
            RuleDecision.Effect effect = effectOf(set, rule);
            RuleDecision decision = new RuleDecision(set.scope(), set.owner(), rule, severity, effect);
            people = people.plus(decision.people());
            return decision;
        }

        private RuleDecision.Effect effectOf(RuleSet set, Rule rule) {
            if (rule.disabled()) {
                return new RuleDecision.SwitchedOff();
            }
            if (stopped) {
                return new RuleDecision.NotReached();
            }
            return rule.when()
                    .findMismatch(event, severity)
                    .<RuleDecision.Effect>map(RuleDecision.NotMatched::new)
                    .orElseGet(() -> fire(set, rule));
        }

        private RuleDecision.Fired fire(RuleSet set, Rule rule) {
            if (rule.severity() != null) {
                severity = rule.severity();
            }
            stopped = rule.endsList();
            int before = routes.size();
            rule.targets().stream()
                    .filter(target -> !isPerson(target.destination()))
                    .filter(target -> target.accepts(severity) && isAllowed(set, target) && isNew(target.destination()))
                    .forEach(target -> routes.add(route(set, rule, target)));
            List<Route> added = List.copyOf(routes.subList(before, routes.size()));
            List<DestinationProfile> belowMinimum = rule.targets().stream()
                    .filter(target -> !target.accepts(severity))
                    .toList();
            List<DestinationProfile> forbidden = rule.targets().stream()
                    .filter(target -> target.accepts(severity) && !isAllowed(set, target))
                    .toList();
            return new RuleDecision.Fired(added, belowMinimum, forbidden);
        }

        private boolean isNew(Destination destination) {
            return routes.stream().map(Route::destination).noneMatch(destination::isSameAs);
        }

        private boolean isAllowed(RuleSet set, DestinationProfile target) {
            boolean isOwn = set.scope() == RuleScope.JOB || set.scope() == RuleScope.FOLDER;
            return !isOwn || isPerson(target.destination()) || limits.allows(event.ownerJob(), target);
        }

        /** Whether a destination is a person and no channel. People are notified by way of their accounts, and never by a route. */
        private static boolean isPerson(Destination destination) {
            return destination.isPerson() || destination.isDirectMessage();
        }

        private Route route(RuleSet set, Rule rule, DestinationProfile target) {
            MessageOptions options = target.options()
                    .withMention(rule.mention().at(severity))
                    .inLanguage(rule.language())
                    .withButtons(rule.buttons());
            Template template = rule.template();
            return new Route(
                    target.destination(),
                    template == null ? options : template.apply(options, event, set.owner()),
                    severity,
                    set.scope() == RuleScope.SUBSCRIPTION ? target.name() : null,
                    new RuleOrigin(set.scope(), set.owner(), rule.name()));
        }

        RoutingResult result() {
            return new RoutingResult(severity, routes, people, decisions);
        }
    }
}
