package io.jenkins.plugins.slacknotify.routing;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks rules, one after the other, who hears of a build.
 *
 * @param system the rules of the whole system, in their order
 */
public record Router(List<RuleSet> system) {
    /** Nobody hears of anything but what the rules of jobs and folders say. */
    public static final Router EMPTY = new Router(List.of());

    public Router {
        system = List.copyOf(system);
    }

    /**
     * Who hears of a build: by the rules of its job first, of its folders, and then of the system. Where two rules tell the
     * same destination, the first one says how.
     *
     * @param rated how severe the build is if no rule says otherwise
     */
    public RoutingResult route(BuildEvent event, JobRules own, Severity rated) {
        Way way = new Way(event, rated);
        Stream.concat(own.sets().stream(), system.stream())
                .filter(set -> own.inSystemChannel() || set.scope() != RuleSet.RuleScope.SYSTEM_CHANNEL)
                .forEach(way::ask);
        return way.routing();
    }

    /** The way of one build through the rules. */
    private static final class Way {
        private final BuildEvent event;
        private final List<Route> routes = new ArrayList<>();
        private final Set<Destination> heard = new HashSet<>();
        private final List<RuleDecision> verdicts = new ArrayList<>();
        private Addressees people = Addressees.NOBODY;
        private Severity severity;
        private boolean over;

        Way(BuildEvent event, Severity rated) {
            this.event = event;
            this.severity = rated;
        }

        void ask(RuleSet set) {
            set.rules().forEach(rule -> verdicts.add(ask(set, rule)));
        }

        private RuleDecision ask(RuleSet set, Rule rule) {
            if (over) {
                return verdict(set, rule, RuleDecision.Effect.NOT_REACHED, null);
            }
            Optional<Mismatch> mismatch = rule.when().findMismatch(event, severity);
            return mismatch.map(why -> verdict(set, rule, RuleDecision.Effect.NOT_MATCHED, why))
                    .orElseGet(() -> fire(set, rule));
        }

        private RuleDecision verdict(RuleSet set, Rule rule, RuleDecision.Effect outcome, Mismatch mismatch) {
            return new RuleDecision(set.scope(), set.owner(), rule, outcome, severity, mismatch, List.of(), List.of());
        }

        private RuleDecision fire(RuleSet set, Rule rule) {
            if (rule.severity() != null) {
                severity = rule.severity();
            }
            over = rule.stopsEvaluation();
            people = people.plus(rule.people());
            List<Route> told = rule.targets().stream()
                    .filter(target -> target.accepts(severity) && isNew(target))
                    .map(target -> route(set, rule, target))
                    .toList();
            routes.addAll(told);
            List<DestinationProfile> quiet = rule.targets().stream()
                    .filter(target -> !target.accepts(severity))
                    .toList();
            return new RuleDecision(
                    set.scope(), set.owner(), rule, RuleDecision.Effect.FIRED, severity, null, told, quiet);
        }

        private boolean isNew(DestinationProfile target) {
            return heard.add(target.destination());
        }

        private Route route(RuleSet set, Rule rule, DestinationProfile target) {
            MessageOptions style = target.options().withMention(rule.mention().at(severity));
            Template template = rule.template();
            return new Route(
                    target.destination(),
                    template == null ? style : template.apply(style, event, set.owner()),
                    severity);
        }

        RoutingResult routing() {
            return new RoutingResult(severity, routes, people, verdicts);
        }
    }
}
