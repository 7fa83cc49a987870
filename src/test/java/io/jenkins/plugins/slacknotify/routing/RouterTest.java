package io.jenkins.plugins.slacknotify.routing;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final Destination BUILDS = new Destination(null, "#builds");
    private static final Destination ONCALL = new Destination(null, "#oncall");
    private static final Rule ALL_TO_BUILDS = Routers.notifying(BUILDS, Set.of());

    @Test
    void shouldTellThoseWhoAskedForThisKindOfEvent() {
        Router router = Routers.of(List.of(
                Routers.notifying(BUILDS, Set.of(EventKind.SUCCESS)),
                Routers.notifying(ONCALL, Set.of(EventKind.FAILURE))));

        assertThat(destinations(router, aFailure())).containsExactly(ONCALL);
        assertThat(destinations(router, aBuild().build())).containsExactly(BUILDS);
    }

    @Test
    void shouldTellADestinationOnceThoughTwoKindsAndTwoRulesLeadThere() {
        Router router = Routers.of(List.of(
                Routers.notifying(ONCALL, Set.of(EventKind.FAILURE, EventKind.REGRESSED)),
                Routers.notifying(BUILDS, Set.of(EventKind.FAILURE)),
                Routers.notifying(new Destination(null, "OnCall"), Set.of(EventKind.REGRESSED))));

        assertThat(destinations(router, aFailure())).containsExactly(ONCALL, BUILDS);
    }

    @Test
    void shouldTellNobodyWhereNobodyAsked() {
        assertThat(destinations(Router.EMPTY, aFailure())).isEmpty();
    }

    @Test
    void shouldAskTheJobFirstThenItsFoldersThenTheSystem() {
        Router router = new Router(List.of(
                new RuleSet(RuleScope.SYSTEM, "", List.of(ALL_TO_BUILDS)),
                new RuleSet(RuleScope.SYSTEM_CHANNEL, "", List.of(ALL_TO_BUILDS))));
        JobRules own = new JobRules(
                List.of(
                        new RuleSet(RuleScope.JOB, "shop/checkout", List.of(ALL_TO_BUILDS)),
                        new RuleSet(RuleScope.FOLDER, "shop", List.of(ALL_TO_BUILDS))),
                true);

        assertThat(route(router, aFailure(), own).decisions())
                .extracting(RuleDecision::scope)
                .containsExactly(RuleScope.JOB, RuleScope.FOLDER, RuleScope.SYSTEM, RuleScope.SYSTEM_CHANNEL);
    }

    @Test
    void shouldKeepAJobOutOfTheSystemChannelAndUnderTheRulesOfTheSystem() {
        Router router = new Router(List.of(
                new RuleSet(RuleScope.SYSTEM, "", List.of(Routers.notifying(ONCALL, Set.of()))),
                new RuleSet(RuleScope.SYSTEM_CHANNEL, "", List.of(ALL_TO_BUILDS))));

        assertThat(route(router, aFailure(), new JobRules(List.of(), false)).routes())
                .extracting(Route::destination)
                .containsExactly(ONCALL);
    }

    @Test
    void shouldAskNoFurtherRuleAfterTheLastOne() {
        Rule hush = always().stopsEvaluation(true).build();
        RoutingResult routing = route(Routers.of(List.of(hush, ALL_TO_BUILDS)), aFailure(), JobRules.NONE);

        assertThat(routing.routes()).isEmpty();
        assertThat(routing.decisions())
                .extracting(RuleDecision::effect)
                .containsExactly(
                        new RuleDecision.Fired(List.of(), List.of(), List.of()), new RuleDecision.NotReached());
    }

    @Test
    void shouldRateABuildFromTheRuleOnThatSaysSo() {
        Condition severe =
                new Condition(NamePatterns.ANY, NamePatterns.ANY, Set.of(), Set.of(), Severity.CRITICAL, Set.of());
        Rule rating = always().severity(Severity.CRITICAL).build();
        Rule paging = Rule.builder("page", severe)
                .targets(List.of(DestinationProfile.of(ONCALL)))
                .build();

        assertThat(destinations(Routers.of(List.of(paging, rating)), aFailure()))
                .isEmpty();
        RoutingResult routing = route(Routers.of(List.of(rating, paging)), aFailure(), JobRules.NONE);
        assertThat(routing.routes())
                .containsExactly(new Route(
                        ONCALL,
                        MessageOptions.DEFAULT,
                        Severity.CRITICAL,
                        null,
                        new RuleOrigin(RuleScope.SYSTEM_CHANNEL, "", "page")));
        assertThat(routing.severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void shouldPassOverARuleThatIsSwitchedOff() {
        Rule off = always().targets(List.of(DestinationProfile.of(ONCALL)))
                .severity(Severity.CRITICAL)
                .stopsEvaluation(true)
                .disabled(true)
                .build();
        Rule on = always().targets(List.of(DestinationProfile.of(BUILDS))).build();

        RoutingResult routing = route(Routers.of(List.of(off, on)), aFailure(), JobRules.NONE);

        assertThat(routing.routes()).extracting(Route::destination).containsExactly(BUILDS);
        assertThat(routing.severity()).isNotEqualTo(Severity.CRITICAL);
        assertThat(routing.decisions())
                .extracting(RuleDecision::effect)
                .first()
                .isEqualTo(new RuleDecision.SwitchedOff());
    }

    @Test
    void shouldNotBotherADestinationWithWhatIsBelowItsLeastSeverity() {
        DestinationProfile quiet = new DestinationProfile("ops", ONCALL, MessageOptions.DEFAULT, Severity.CRITICAL);
        Router router = Routers.of(List.of(
                always().targets(List.of(quiet, DestinationProfile.of(BUILDS))).build()));

        RoutingResult routing = route(router, aFailure(), JobRules.NONE);

        assertThat(routing.routes()).extracting(Route::destination).containsExactly(BUILDS);
        assertThat(routing.decisions())
                .extracting(RuleDecision::effect)
                .containsExactly(new RuleDecision.Fired(routing.routes(), List.of(quiet), List.of()));
    }

    @Test
    void shouldMentionSomebodyOfWhatIsSevereEnough() {
        Rule.MentionSetting here = new Rule.MentionSetting("<!here>", Severity.ERROR);
        Router router = Routers.of(List.of(always().targets(List.of(DestinationProfile.of(BUILDS)))
                .mention(here)
                .build()));

        assertThat(route(router, aFailure(), JobRules.NONE).routes())
                .extracting(route -> route.options().mention())
                .containsExactly("<!here>");
        assertThat(route(router, aBuild().build(), JobRules.NONE).routes())
                .extracting(route -> route.options().mention())
                .containsOnlyNulls();
    }

    @Test
    void shouldGiveMessagesTheButtonsOfTheRuleOrElseOfTheDestination() {
        DestinationProfile plain = DestinationProfile.of(BUILDS);
        Router router = Routers.of(List.of(
                always().targets(List.of(plain)).buttons(MessageButtons.LINKS).build()));
        Router silent = Routers.of(List.of(always().targets(List.of(plain)).build()));

        assertThat(route(router, aFailure(), JobRules.NONE).routes())
                .extracting(route -> route.options().buttons())
                .containsExactly(MessageButtons.LINKS);
        assertThat(route(silent, aFailure(), JobRules.NONE).routes())
                .extracting(route -> route.options().buttons())
                .containsOnlyNulls();
    }

    @Test
    void shouldTellThePeopleOfAllRulesThatFire() {
        Rule ada = always().people(people("ada")).build();
        Rule grace = always().people(people("grace", "ada")).build();

        assertThat(route(Routers.of(List.of(ada, grace)), aFailure(), JobRules.NONE)
                        .people())
                .isEqualTo(new Addressees(Set.of(Involvement.BREAKER), List.of("ada", "grace")));
    }

    @Test
    void shouldSayItInTheWordsOfTheTemplateWhereThereAreAnyForTheKind() {
        Template template =
                new Template("ops", List.of(new Template.Variant(Set.of(EventKind.REGRESSED), "{job} is down")));
        Rule rule = always().targets(List.of(DestinationProfile.of(BUILDS)))
                .template(template)
                .build();

        assertThat(route(Routers.of(List.of(rule)), aFailure(), JobRules.NONE).routes())
                .extracting(route -> route.options().template())
                .containsExactly("{job} is down");
        assertThat(route(Routers.of(List.of(rule)), aBuild().build(), JobRules.NONE)
                        .routes())
                .extracting(route -> route.options().template())
                .containsOnlyNulls();
    }

    private static Addressees people(String... named) {
        return new Addressees(Set.of(Involvement.BREAKER), List.of(named));
    }

    private static Rule.Builder always() {
        return Rule.builder("rule", Condition.ALWAYS);
    }

    private static List<Destination> destinations(Router router, BuildEvent event) {
        return route(router, event, JobRules.NONE).routes().stream()
                .map(Route::destination)
                .toList();
    }

    private static RoutingResult route(Router router, BuildEvent event, JobRules own) {
        return router.route(event, own, event.outcome().isBad() ? Severity.ERROR : Severity.INFO);
    }
}
