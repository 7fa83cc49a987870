package io.jenkins.plugins.slacknotify.interaction.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildProgress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.FakeBuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as people type them: what is typed has the effect that it says, or none and a sentence. */
class TypedCommandsTest {
    private static final String JOB = "backend/checkout-service";
    private static final String ADDRESS = FakeBuildControl.ROOT + "job/backend/job/checkout-service/";

    private final CommandBench bench = new CommandBench();
    private final FakeBuildControl jenkins = bench.jenkins;

    @BeforeEach
    void addJobs() {
        jenkins.with(JOB)
                .with("backend/feature%2Fpay", "Backend » feature/pay")
                .with("tools/nightly")
                .with(CommandBench.event(JOB, 11, Outcome.SUCCESS).build())
                .with(CommandBench.event(JOB, 12, Outcome.FAILURE).build());
    }

    /** Starts the build with which a command that drops the number would have to do. */
    private void run(int number) {
        jenkins.with(CommandBench.event(JOB, number, Outcome.SUCCESS)
                        .running(true)
                        .build())
                .with(new BuildProgress(
                        new JobReference(JOB, JOB, null),
                        new BuildReference(JOB, number),
                        "#" + number,
                        Duration.ofMinutes(2),
                        null,
                        false,
                        false));
    }

    private void addParameters(String... names) {
        for (String name : names) {
            jenkins.with(JOB, new JobParameter(name, JobParameter.Kind.TEXT, "none", List.of()));
        }
    }

    /** In each of these, somebody means build #11, which has ended. Build #13 runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout-service 11.",
                "checkout-service 11!",
                "checkout-service (#11)",
                "checkout-service, 11",
                "checkout-service #11,",
                "checkout-service#11",
                "checkout-service # 11",
                "checkout-service/11",
                "backend/checkout-service/#11",
                "checkout-service build 11",
                "checkout-service build #11",
                "checkout-service, build number 11.",
                "checkout-service １１",
                "checkout-service ١١",
                "checkout-service lastSuccessfulBuild",
                "checkout-service last successful",
                "checkout-service last-success",
                "checkout-service/lastSuccessfulBuild",
                "<ROOT/11>.",
                "(<ROOT/11>)",
                "<ROOT/11/console#L12>,",
                "ROOT/11.",
                "ROOT/11)",
                "ROOT/#11",
                "<ROOT> build 11",
                "*<ROOT/11|#11>*!",
                "<ROOT/lastSuccessfulBuild/>",
                "ROOT/lastSuccessfulBuild/console",
                "job/backend/job/checkout-service/lastSuccessfulBuild/",
                "<ROOT>11"
            })
    void shouldMeanTheBuildThatIsNamed(String typed) {
        run(13);
        String text = typed.replace("ROOT/", ADDRESS).replace("ROOT", ADDRESS);

        assertThat(bench.ask("abort " + text).text()).contains("#11", "has ended already");
        bench.ask("again " + text);
        assertThat(bench.runs.effects()).containsExactly("again " + JOB + " #11");
        assertThat(jenkins.effects()).isEmpty();
    }

    /** A button that leaves out what was not understood would stop another build. */
    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "11,12", "11-13", "v1.2.3", "11 13"})
    void shouldOfferNoButtonWithoutTheDigitsThatWereTyped(String build) {
        run(13);

        Answer answer = bench.ask("abort checkout-service " + build);

        assertThat(answer.text()).contains("is there, but what does");
        assertThat(answer.blocks()).isNull();
        assertThat(jenkins.effects()).isEmpty();
    }

    /** They are builds of something within the job. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "promotion/process/Release/promotionBuild/3/",
                "com.acme$cart/11/",
                "com.acme$cart/11/console.",
                "site/1/2"
            })
    void shouldTakeNoOtherBuildForOneOfTheJob(String page) {
        run(13);

        assertThat(bench.ask("abort " + ADDRESS + page).text()).contains("not the address of a job");
        assertThat(bench.ask("again <" + ADDRESS + page + ">").text()).contains("not the address of a job");
        assertThat(jenkins.effects()).isEmpty();
        assertThat(bench.runs.effects()).isEmpty();
    }

    @Test
    void shouldMeanTheJobWhoseNameEndsLikeAPermalink() {
        jenkins.with(JOB + " latest");

        bench.ask("run checkout-service latest");

        assertThat(jenkins.effects()).containsExactly("anna starts " + JOB + " latest {}");
    }

    @Test
    void shouldSayThatThereIsNoSuchBuild() {
        assertThat(bench.ask("again tools/nightly lastSuccessfulBuild").text())
                .contains("has no build `lastSuccessfulBuild`");
        assertThat(bench.ask("log " + ADDRESS + "lastStableBuild/ 11").text()).contains("Which one?");
        assertThat(bench.runs.effects()).isEmpty();
    }

    @Test
    void shouldTakeANumberAloneForABuildOfTheThread() {
        run(13);
        bench.inThread = ContextBuilds.of(new BuildReference(JOB, 12));

        assertThat(bench.askInThread("abort 11").text()).contains("#11", "has ended already");
        assertThat(bench.askInThread("abort lastSuccessfulBuild").text()).contains("#11", "has ended already");
        assertThat(bench.askInThread("abort last").text()).contains("#13");

        jenkins.with("11");
        assertThat(bench.askInThread("status 11").text())
                .as("a job of that name")
                .doesNotContain("checkout");
        assertThat(bench.ask("abort 15").text()).contains("no job *15*");
    }

    /** Wherever it is typed, a job is started, and no build of it. */
    @ParameterizedTest
    @ValueSource(strings = {"run checkout-service 11", "run #11", "run 11", "run checkout-service last"})
    void shouldStartNothingForABuild(String typed) {
        bench.inThread = ContextBuilds.of(new BuildReference(JOB, 12));

        assertThat(bench.askInThread(typed).text()).contains("leave the number out");
        assertThat(jenkins.effects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run checkout-service A=1 A=2",
                "run checkout-service A=1, A=2",
                "run checkout-service A=\"1 B=2",
                "run checkout-service A='tis B=2",
                "run checkout-service A=“1 B=2",
                "run checkout-service A=```1 B=2",
                "run checkout-service A=\"say \"hi\" B=2\"",
                "run checkout-service A='it's B=2'",
                "run checkout-service A=1&amp;B=2",
                "run checkout-service A=1,B=2",
                "run checkout-service A=1;B=2",
                "run checkout-service A=\"1\",B=2",
                "run checkout-service A=\"1\";B=\"2\"",
                "run checkout-service A=1&amp;C=3&amp;B=2"
            })
    void shouldStartNothingWithValuesThatCanBeReadInTwoWays(String typed) {
        addParameters("A", "B");

        assertThat(bench.ask(typed).text()).contains("Nothing was");
        assertThat(jenkins.effects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            A=1; B=2                                             ~ {A=1, B=2}
            A="1&amp;B=2"                                        ~ {A=1&B=2}
            A=1&amp;X=2                                          ~ {A=1&X=2}
            A=<https://x.io/?q=1&amp;B=2>                        ~ {A=https://x.io/?q=1&B=2}
            A="see <http://x.io/a|x.io/a>, <http://b.io|b.io>"   ~ {A=see x.io/a, b.io}
            A="ask <mailto:a@b.io|a@b.io> (<#C012AB|ops>)"       ~ {A=ask a@b.io (#ops)}
            A=<!date^1792540800^{date_num}|2026-10-21>           ~ {A=2026-10-21}
            A=1 A=1                                              ~ {A=1}
            A="1,B=2", B="3"                                     ~ {A=1,B=2, B=3}
            A="it's"                                             ~ {A=it's}
            A=x1,y2                                              ~ {A=x1,y2}
            A=a&lt;b&gt;&amp;c                                   ~ {A=a<b>&c}
            """)
    void shouldStartWithTheValuesThatWereTyped(String typed, String values) {
        addParameters("A", "B");

        bench.ask("run checkout-service " + typed);

        assertThat(jenkins.effects()).containsExactly("anna starts " + JOB + " " + values);
    }

    /** People copy from scripts and bookmarks what starts a job with other values than its defaults. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            ROOTbuildWithParameters?A=full&amp;B=x%20y+z             ! {A=full, B=x y z}
            <ROOTbuildWithParameters?A=full&amp;token=x&amp;cause=y> ! {A=full}
            <ROOTparambuild/?A=full> B=1                             ! {A=full, B=1}
            ROOTbuild?delay=0sec                                     ! {}
            job/backend/job/checkout-service/buildWithParameters?A=1 ! {A=1}
            ROOT?auto_refresh=true                                   ! {}
            ROOTbuild?delay=30min                                    ! {delay=30min}
            """)
    void shouldStartWithTheValuesOfAnAddress(String typed, String values) {
        addParameters("A", "B");

        bench.ask("run " + typed.replace("ROOT", ADDRESS));

        assertThat(jenkins.effects()).containsExactly("anna starts " + JOB + " " + values);
        assertThat(bench.ask("run " + ADDRESS + "buildWithParameters?A=1 A=2").text())
                .contains("Nothing was started");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log checkout-service line=5",
                "log checkout-service tail=5",
                "log checkout-service lines=5 lines=6"
            })
    void shouldShowNoOtherLinesThanThoseThatWereAskedFor(String typed) {
        assertThat(bench.ask(typed).text())
                .containsAnyOf("I do not know", "twice")
                .doesNotContain("last 20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status checkout-service.",
                "status: checkout-service,",
                "STATUS, Checkout-Service;",
                "ｓｔａｔｕｓ checkout-service"
            })
    void shouldUnderstandASentence(String typed) {
        assertThat(bench.ask(typed).text()).contains(JOB, "#12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobs backend/feature/pay",
                "jobs feature/pay?",
                "jobs backend/*",
                "jobs backend/**",
                "jobs *pay*",
                "jobs Backend » feature",
                "jobs <https://jenkins.example.com/job/backend/job/feature%252Fpay/>",
                "jobs https://jenkins.example.com/job/backend/",
                "queue backend/feature/pay",
                "queue backend/"
            })
    void shouldListByAnyFormOfAName(String typed) {
        jenkins.with(new QueuedBuild(
                jenkins.job("anna", "backend/feature%2Fpay").orElseThrow(), 7, Duration.ofMinutes(4), "No agent"));

        assertThat(bench.ask(typed).text()).contains("feature/pay").doesNotContain("nightly");
    }

    @Test
    void shouldNotSayThatNothingWaitsWhereSomethingElseDoes() {
        jenkins.with(new QueuedBuild(
                jenkins.job("anna", "tools/nightly").orElseThrow(), 7, Duration.ofMinutes(4), "No agent"));

        assertThat(bench.ask("queue checkout").text()).contains("by a name with `checkout`");
        assertThat(bench.ask("running checkout").text()).contains("by a name with `checkout`");
        assertThat(bench.ask("running").text()).isEqualTo("Nothing runs that you may see.");
    }

    @Test
    void shouldSayWhatOfAJobWaits() {
        jenkins.with(new QueuedBuild(jenkins.job("anna", JOB).orElseThrow(), 7, Duration.ofMinutes(4), "No <agent>"));

        assertThat(bench.ask("status checkout-service").text()).contains("#12", "waits for 4 min: No &lt;agent&gt;");
    }

    @Test
    void shouldBlameNobodyForABuildThatIsNotBadAndCallNoOtherGood() {
        jenkins.with(CommandBench.event(JOB, 14, Outcome.ABORTED).build());
        run(15);

        assertThat(bench.ask("why checkout-service 99").text()).contains("no build #99");
        assertThat(bench.ask("why checkout-service 11").text()).contains("It is good");
        assertThat(bench.ask("why checkout-service 14").text()).contains("did not run to its end");
        assertThat(bench.ask("why checkout-service 15").text()).contains("still runs");
    }

    @ParameterizedTest
    @CsvSource({
        "deploy x, run",
        "retry x, again",
        "rerun, again",
        "restart x, again",
        "kill x, abort",
        "logs x, log",
        "tail x, log",
        "job, jobs",
        "ls, jobs",
        "ps, running",
        "builds, running",
        "who, whoami",
        "hi, help",
        "approve x, waiting"
    })
    void shouldProposeWhatAWordMeansElsewhereAndDoNothing(String typed, String proposed) {
        assertThat(bench.ask(typed).text()).contains("I do not know", "Did you mean `" + proposed + "`?");
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldExplainOneCommand() {
        assertThat(bench.ask("help run").text())
                .contains("`run JOB", "Also `build`, `start`")
                .doesNotContain("abort");
        assertThat(bench.ask("help stop").text()).contains("`abort JOB").doesNotContain("`run");
        assertThat(bench.ask("help whoami").text()).contains("`whoami`").doesNotContain("`run");
        assertThat(bench.ask("help me").text()).contains("`run", "`abort");
    }

    /** Each would be answered as if the rest were not there. */
    @ParameterizedTest
    @ValueSource(strings = {"ping\nrun checkout-service", "whoami <@U0BOB>", "link bob"})
    void shouldDropNothingThatFollowsACommandWithoutArguments(String typed) {
        assertThat(bench.ask(typed).text()).contains("Nothing was done");
    }

    /** Half as long as a message can be. */
    @ParameterizedTest
    @ValueSource(strings = {"!", " ,", "/job"})
    void shouldAnswerALongMessageSoon(String part) {
        String text = part.repeat(20_000 / part.length());
        for (String command : List.of("status x", "run x A=", "log x/job/")) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> bench.ask(command + text + "a"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run checkout-service\nabort checkout-service",
                "run checkout-service please",
                "please run checkout-service",
                "&gt; run checkout-service",
                "• run checkout-service",
                "\"run checkout-service\"",
                "run checkout-service A = 1",
                "run checkout-service --A=1",
                "run checkout-service -p A=1",
                "run checkout-service A: 1",
                "run checkout-service A={\"x\": 1}",
                "run checkout-servic",
                "abort checkout",
                "abort check*",
                "run checkout-service-v2",
                "/run checkout-service abort checkout-service",
                "abort all",
                "stop everything"
            })
    void shouldDoNothingThatIsNotSaidToTheLetter(String typed) {
        addParameters("A");
        run(13);

        assertThat(bench.ask(typed).placement()).isEqualTo(Answer.Placement.EPHEMERAL);
        assertThat(jenkins.effects()).isEmpty();
    }
}
