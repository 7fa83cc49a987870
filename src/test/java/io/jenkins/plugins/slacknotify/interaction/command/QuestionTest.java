package io.jenkins.plugins.slacknotify.interaction.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.FakeChoices;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.FakeBuildControl;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions as people ask them in public of bots, and of each other. */
class QuestionTest {
    private final CommandBench bench = new CommandBench();
    private final FakeBuildControl jenkins = bench.jenkins;

    @BeforeEach
    void addJobs() {
        jenkins.with("shop/main", "Shop » main")
                .with("shop/develop")
                .with("shop/feature%2Fpay", "Shop » feature/pay")
                .primary("shop", "shop/main")
                .with("backend/checkout-service")
                .with("Team A/My Job")
                .with("tests")
                .with("image")
                .with("image latest")
                .with("secret/payroll")
                .hide("anna", "secret/payroll")
                .with(CommandBench.event("shop/main", 11, Outcome.SUCCESS).build())
                .with(CommandBench.event("shop/main", 12, Outcome.FAILURE).build())
                .with(CommandBench.event("backend/checkout-service", 11, Outcome.SUCCESS)
                        .build());
    }

    private Optional<String> answeredBy(String question, ContextBuilds here) {
        return Question.answered(
                        jenkins,
                        new CommandCall(
                                Requests.origin("r1", Payloads.ANNA),
                                CommandLine.parseSentence(question),
                                new MemberAccount.Linked("anna", "Anna", null),
                                here,
                                false,
                                "builds",
                                FakeChoices.ofOneRequest()))
                .map(line -> (line.name() + " " + line.text()).strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            is shop ok?                                  ~ status shop
            Is shop green                                ~ status shop
            is shop/main broken?                         ~ status shop/main
            how is shop doing?                           ~ status shop
            how's shop?                                  ~ status shop?
            how’s main                                   ~ status main
            what about shop?                             ~ status shop?
            what's up with shop?                         ~ status shop?
            what is the status of shop                   ~ status of shop
            whats the state of main                      ~ status of main
            tell me the status of shop                   ~ status of shop
            check status of shop                         ~ status of shop
            show me shop                                 ~ status shop
            describe shop                                ~ status shop
            did shop pass?                               ~ status shop
            has shop finished?                           ~ status shop
            did checkout-service 11 pass?                ~ status checkout-service 11
            did build 11 of checkout-service pass?       ~ status build 11 of checkout-service
            did the last build of shop pass?             ~ status the last build of shop
            was shop #11 ok?                             ~ status shop #11
            is checkout-service still running?           ~ status checkout-service
            is checkout-service done yet?                ~ status checkout-service
            when will checkout-service be done?          ~ status checkout-service
            is develop ok?                               ~ status develop
            is feature/pay ok?                           ~ status feature/pay
            is shop » feature/pay ok?                    ~ status shop » feature/pay
            is Team A/My Job ok?                         ~ status Team A/My Job
            is "My Job" ok?                              ~ status My Job
            is "tests" ok?                               ~ status tests
            is image latest ok?                          ~ status image latest
            is job/shop/job/develop ok?                  ~ status job/shop/job/develop
            is <https://jenkins.example.com/job/shop/job/main/11/> ok? ~ status https://jenkins.example.com/job/shop/job/main/11/
            is shpo ok?                                  ~ status shpo
            is secret/payroll ok?                        ~ status secret/payroll
            shop status                                  ~ status shop
            shop ok?                                     ~ status shop
            shop?                                        ~ status shop?
            shop/main                                    ~ status shop/main
            shop 11                                      ~ status shop 11
            <https://jenkins.example.com/job/shop/job/main/11/> ~ status https://jenkins.example.com/job/shop/job/main/11/
            last successful build of shop                ~ status last successful build of shop
            why did main fail?                           ~ why main
            why is shop red                              ~ why shop
            why did shop #12 fail?                       ~ why shop #12
            why did build 12 of shop/main fail?          ~ why build 12 of shop/main
            why did the build fail?                      ~ why
            who broke shop                               ~ why shop
            who broke the shop build?                    ~ why the shop build?
            who broke the build?                         ~ why
            what broke shop?                             ~ why shop?
            whose fault is shop                          ~ why shop
            tell me who broke shop                       ~ why shop
            when did shop last pass?                     ~ status shop lastStableBuild
            when was shop last green                     ~ status shop lastStableBuild
            when did main last fail?                     ~ status main lastFailedBuild
            when did checkout-service last run?          ~ status checkout-service lastBuild
            when did main last finish                    ~ status main lastCompletedBuild
            when did shop break?                         ~ status shop
            since when is shop broken?                   ~ status shop
            show me the log of shop                      ~ log of shop
            get log of shop 12                           ~ log of shop 12
            why is shop in the queue?                    ~ status shop
            why tests                                    ~ why tests
            how many tests fail in shop                  ~ tests shop
            which tests fail in shop?                    ~ tests shop?
            show the tests of shop                       ~ tests of shop
            """)
    void shouldBeAboutTheJobThatIsNamed(String question, String command) {
        assertThat(answeredBy(question, ContextBuilds.NONE)).contains(command);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            what is running                  ~ running
            what’s running?                  ~ running
            what runs                        ~ running
            which builds are running?        ~ running
            is anything running?             ~ running
            anything running                 ~ running
            show running builds              ~ running
            what is running in shop?         ~ running shop?
            what is waiting?                 ~ queue
            show me what is waiting          ~ queue
            what is in the queue?            ~ queue
            how long is the queue            ~ queue
            is the queue empty?              ~ queue
            what is waiting for me?          ~ waiting
            is anything waiting for my input ~ waiting
            is anything red?                 ~ failing
            what's broken                    ~ failing
            which jobs are failing?          ~ failing
            which jobs in shop are failing?  ~ failing shop
            all green?                       ~ failing
            is everything ok?                ~ failing
            which jobs are there             ~ jobs
            show all jobs                    ~ jobs
            """)
    void shouldBeAboutAllWhereNoJobIsNamed(String question, String command) {
        assertThat(answeredBy(question, ContextBuilds.NONE)).contains(command);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            why did it fail?        ~ why
            who broke this          ~ why
            what failed?            ~ why
            what happened?          ~ status
            is it fixed?            ~ status
            is this still broken?   ~ status
            is the build ok?        ~ status
            when did it last pass?  ~ status lastStableBuild
            show me the log         ~ log
            which tests fail?       ~ tests
            is #11 ok?              ~ status #11
            is shop/develop ok?     ~ status shop/develop
            what is running?        ~ running
            is anything red?        ~ failing
            """)
    void shouldBeAboutTheBuildOfTheThread(String question, String command) {
        assertThat(answeredBy(question, ContextBuilds.of(new BuildReference("shop/main", 12))))
                .contains(command);
    }

    /** Whoever wrote these may want something done, or something that no command knows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "can you run shop?",
                "did you run shop?",
                "should i run shop",
                "is it time to run shop?",
                "what if we abort checkout-service?",
                "how do I deploy shop?",
                "how to run shop",
                "do not run shop/main",
                "ok run shop/main",
                "shop/main run",
                "shop start",
                "please run shop",
                "is shop ok and checkout-service?",
                "is shop ok; run shop/main",
                "is shop ok MODE=full",
                "how long does checkout-service take?",
                "who started shop?",
                "which builds run?",
                "which builds have started?",
                "are all builds done?",
                "show me the latest builds",
                "which jobs are green?",
                "who is building?",
                "is something stuck?",
                "who am i?",
                "what can you do?",
                "thanks",
                "looks good",
                "ok",
                "it failed again",
                "deploy",
                "restart shop"
            })
    void shouldBeNoneWithAnyOtherWord(String sentence) {
        jenkins.with("deploy");

        assertThat(answeredBy(sentence, ContextBuilds.NONE)).isEmpty();
        assertThat(bench.ask(sentence).placement()).isEqualTo(Answer.Placement.EPHEMERAL);
        assertThat(jenkins.effects()).isEmpty();
        assertThat(bench.runs.effects()).isEmpty();
    }

    @Test
    void shouldBeAnsweredWhereverItIsTyped() {
        bench.inThread = ContextBuilds.of(new BuildReference("shop/main", 12));

        assertThat(bench.ask("is shop ok?").text()).contains("shop/main #12");
        assertThat(bench.ask("ci is shop ok?").text()).contains("shop/main #12");
        assertThat(bench.ask("when did shop last pass?").text()).contains("shop/main #11");
        assertThat(bench.ask("why did main fail?").text()).contains("shop/main #12", "first bad build");
        assertThat(bench.ask("why tests").text()).contains("tests").doesNotContain("Which job");
        assertThat(bench.askInThread("who broke it?").text()).contains("shop/main #12", "first bad build");
        assertThat(bench.ask("is shpo ok?").text()).contains("no job *shpo*", "Did you mean", "Shop » main");
        assertThat(bench.ask("is secret/payroll ok?").text())
                .isEqualTo(bench.ask("is secret/payrola ok?").text().replace("payrola", "payroll"));
    }

    @Test
    void shouldExplainWhyAsAnyCommand() {
        assertThat(bench.ask("why --help").text())
                .isEqualTo(bench.ask("help why").text());
    }

    @Test
    void shouldSayWhatCanBeAsked() {
        assertThat(bench.ask("how do I deploy?").text())
                .contains("I do not understand this question", "`is JOB ok?`", "`help`");
    }

    @Test
    void shouldNeedAnAccount() {
        bench.accounts.put(
                Payloads.ANNA, new MemberAccount.None(MemberAccount.Reason.UNLINKED, "You are not linked.", null));

        assertThat(bench.ask("is shop ok?").text()).contains("You are not linked.");
        assertThat(bench.ask("shop ok?").text()).contains("I do not know `shop`");
    }

    /** Each name that may be meant is looked for among all jobs. */
    @ParameterizedTest
    @ValueSource(strings = {"is", "ok", "x", "a"})
    void shouldReadALongTextAtOnce(String word) {
        String text = String.join(" ", Stream.generate(() -> word).limit(10_000).toList());

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            answeredBy("is " + text, ContextBuilds.NONE);
            answeredBy(text, ContextBuilds.NONE);
        });
    }
}
