package io.jenkins.plugins.slacknotify.interaction.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.interaction.build.BuildProgress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.FakeBuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout-service build",
                "the checkout-service build.",
                "the checkout-service job",
                "job checkout-service",
                "ROOT/job/backend/job/checkout-service/ build"
            })
    void shouldMeanTheJobThatIsCalledSo(String typed) {
        run(13);

        bench.ask("abort " + typed.replace("ROOT/", FakeBuildControl.ROOT));

        assertThat(jenkins.effects()).containsExactly("anna stops " + JOB + " #13");
    }

    @Test
    void shouldPreferAJobWhoseNameEndsSo() {
        jenkins.with(JOB + " build");

        bench.ask("run checkout-service build");

        assertThat(jenkins.effects()).containsExactly("anna starts " + JOB + " build {}");
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
                "checkout-service ＃11",
                "checkout-service （11）",
                "checkout-service.  11",
                "#11 of checkout-service",
                "build 11 of checkout-service",
                "build checkout-service #11",
                "build checkout-service 11",
                "the job checkout-service 11",
                "job checkout-service build 11",
                "the build #11 of the checkout-service",
                "last successful build of checkout-service",
                "checkout-service 11 !",
                "checkout-service\u00a011\u00a0?",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout-service 13 because it’s stuck: again",
                "checkout-service 13, because it’s stuck: again",
                "checkout-service because it’s stuck: again",
                "#13 of checkout-service BECAUSE: it’s stuck: again",
                "<ADDRESS13/|#13> because \"it’s stuck: again\"",
            })
    void shouldStopABuildForTheReasonThatIsGiven(String typed) {
        run(13);

        Answer answer = bench.ask("abort " + typed.replace("ADDRESS", ADDRESS));

        assertThat(answer.text()).endsWith("#13: it’s stuck: again");
        assertThat(jenkins.effects()).containsExactly("anna stops " + JOB + " #13: it’s stuck: again");
    }

    @Test
    void shouldStopTheBuildOfTheThreadForAReason() {
        run(13);
        bench.inThread = ContextBuilds.of(new BuildReference(JOB, 13));

        bench.askInThread("abort because it hangs");

        assertThat(jenkins.effects()).containsExactly("anna stops " + JOB + " #13: it hangs");
    }

    @Test
    void shouldDoNothingWithoutTheReasonThatIsAnnounced() {
        run(13);

        assertThat(bench.ask("abort checkout-service because").text()).contains("Write the reason");
        assertThat(bench.ask("abort because").text()).contains("Write the reason");
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldReadTheNameOfAJobAsAName() {
        jenkins.with("fail because of disk").with("because");

        assertThat(bench.ask("abort because").text()).contains("No build of", "runs or waits");
        assertThat(bench.ask("abort fail because of disk").text()).contains("No build of", "runs or waits");
        assertThat(bench.ask("abort \"because\" of x").text()).contains("There is no job *because of x*");
    }

    /** A button that leaves out the reason would stop the build without it. */
    @Test
    void shouldKeepTheReasonWhereSeveralJobsAreMeant() {
        jenkins.with("frontend/checkout-service");

        assertThat(bench.ask("abort checkout-service 13 because it hangs again").blocks())
                .contains("#13 because \\\"it hangs again\\\"");
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

    /** Words without digits may be meant to say which build, or when; digits that are glued to the name are those of a build. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout-service-11",
                "checkout-service:11",
                "checkout-service@11",
                "checkout-service_11",
                "checkout-service.11",
                "\"checkout-service\"11",
                "checkout-service prev",
                "checkout-service old",
                "checkout-service x 9",
                "backend/checkout-service first",
                "not checkout-service",
                "no checkout-service",
                "any checkout-service",
                "1h checkout-service",
                "checkout-service 🚀"
            })
    void shouldOfferNoButtonThatLeavesOutWhatWasTyped(String typed) {
        run(13);

        Answer answer = bench.ask("abort " + typed);

        assertThat(answer.text()).contains("There is no job");
        assertThat(String.valueOf(answer.blocks())).doesNotContain("button");
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldSayWhatItDoesNotUnderstandBeforeAName() {
        assertThat(bench.ask("abort not checkout-service").text())
                .contains("*checkout-service* is there, but what does `not` mean?");
        assertThat(bench.ask("run tools nightly build").text())
                .as("what begins with a name and ends with one")
                .contains("There is no job");
    }

    /** Nothing is left out of what was typed. */
    @ParameterizedTest
    @ValueSource(
            strings = {"run backend checkout-service", "run backend:checkout-service", "run backend\\checkout-service"})
    void shouldOfferTheJobThatHasAllWords(String typed) {
        Answer answer = bench.ask(typed);

        assertThat(answer.text()).contains("There is no job", "Did you mean", JOB);
        assertThat(answer.blocks()).contains("run \\\"" + JOB + "\\\"");
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldStillOfferAJobOfAnotherName() {
        jenkins.with("checkout-service-2026").with("checkout-service old");

        assertThat(bench.ask("abort checkout-service-2025").text()).contains("Did you mean", "checkout-service-2026");
        assertThat(bench.ask("abort checkout-service odl").text())
                .contains("what does `odl` mean", "Did you mean", "checkout-service old")
                .doesNotContain("|backend/checkout-service>");
    }

    /** As they stand in the headline of a message. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            <ROOT|Backend » checkout-service> failed            ~ failed
            *<ROOT|Backend » checkout-service>* <ROOT12/|#12>   ~ ROOT12/
            """)
    void shouldSayWhatIsTooMuchBehindAnAddress(String typed, String rest) {
        assertThat(bench.ask("again " + typed.replace("ROOT", ADDRESS)).text())
                .contains("what does `" + rest.replace("ROOT", ADDRESS) + "` mean, behind the address?");
        assertThat(bench.runs.effects()).isEmpty();
    }

    /** Otherwise the main branch of the project would be started. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROOTjob/shop/develop",
                "<ROOTjob/shop/develop/>",
                "job/shop/develop",
                "jenkins.example.com/job/shop/develop/",
                "ROOTblue/organizations/jenkins/shop/activity?branch=develop",
                "<ROOTblue/organizations/jenkins/shop/activity?branch=develop>"
            })
    void shouldMeanTheBranchOfAnAddress(String typed) {
        jenkins.with("shop/main")
                .with("shop/develop")
                .with("shop/feature%2Fpay")
                .primary("shop", "shop/main");
        String root = FakeBuildControl.ROOT;

        bench.ask("run " + typed.replace("ROOT", root));
        assertThat(bench.ask("run " + root + "job/shop/develp").text()).contains("no job *shop/develp*");
        bench.ask("run " + root + "job/shop/feature/pay");
        bench.ask("run " + root + "job/shop/branches/");
        bench.ask("run " + root + "job/shop/job/main/configure");

        assertThat(jenkins.effects())
                .containsExactly(
                        "anna starts shop/develop {}",
                        "anna starts shop/feature%2Fpay {}",
                        "anna starts shop/main {}",
                        "anna starts shop/main {}");
    }

    /** They are builds of something within the job. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "promotion/process/Release/promotionBuild/3/",
                "com.acme$cart/11/",
                "com.acme$cart/11/console.",
                "site/1/2",
                "site/#11",
                "site#11.",
                "../checkout-service/11/"
            })
    void shouldTakeNoOtherBuildForOneOfTheJob(String page) {
        run(13);

        assertThat(bench.ask("abort " + ADDRESS + page).text()).contains("not the address of a job");
        assertThat(bench.ask("again <" + ADDRESS + page + ">").text()).contains("not the address of a job");
        assertThat(jenkins.effects()).isEmpty();
        assertThat(bench.runs.effects()).isEmpty();
    }

    /** A job may be called like what begins a sentence, and another one like its end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Ship 12",
                "The Ship #12",
                "The Ship build 12",
                "The Ship last failed",
                "The Ship/12",
                "of The Ship 12",
                "build 12 of The Ship"
            })
    void shouldMeanTheJobWhoseNameBeginsLikeASentence(String typed) {
        jenkins.with("The Ship")
                .with("tools/Ship")
                .with(CommandBench.event("The Ship", 12, Outcome.FAILURE).build())
                .with(CommandBench.event("tools/Ship", 12, Outcome.FAILURE).build());

        bench.ask("again " + typed);

        assertThat(bench.runs.effects()).containsExactly("again The Ship #12");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this",
                "it.",
                "this build",
                "the build",
                "this one!",
                "of this build",
                "build 13",
                "build #13",
                "the last one",
                "latest"
            })
    void shouldMeanTheBuildOfTheThread(String typed) {
        run(13);
        bench.inThread = ContextBuilds.of(new BuildReference(JOB, 13));

        bench.askInThread("abort " + typed);

        assertThat(jenkins.effects()).containsExactly("anna stops " + JOB + " #13");
    }

    @Test
    void shouldAskWhatIsMeantWhereThereIsNoBuild() {
        assertThat(bench.ask("abort this").text()).contains("Which job?");
        assertThat(bench.ask("log of it").text()).contains("Which job?");
        assertThat(bench.ask("again build 11").text()).contains("Which job?");

        jenkins.with("tools/it").with("tools/build");
        assertThat(bench.ask("run it").text()).contains("tools/it");
        assertThat(bench.ask("status build 11").text()).contains("build #11 of *tools/build*");
        assertThat(jenkins.effects()).containsExactly("anna starts tools/it {}");
    }

    @Test
    void shouldStartTheJobOfTheThread() {
        bench.inThread = ContextBuilds.of(new BuildReference(JOB, 12));

        bench.askInThread("run this");

        assertThat(jenkins.effects()).containsExactly("anna starts " + JOB + " {}");
    }

    /** The message is about several builds, and not all of them are known: the number may be that of another one. */
    @ParameterizedTest
    @ValueSource(strings = {"abort 13", "abort #13", "abort last", "abort this"})
    void shouldAskWhichBuildOfADigestIsMeant(String typed) {
        run(13);
        bench.inThread = new ContextBuilds(List.of(new BuildReference(JOB, 13)), true);

        assertThat(bench.askInThread(typed).text()).contains("about several builds");
        assertThat(jenkins.effects()).isEmpty();
    }

    /** In a thread, the first word need not be the slash command, and a mention need not be that of the app. */
    @ParameterizedTest
    @ValueSource(strings = {"/tools/nightly abort", "/nightly abort", "/abort", "abort <@U0BOB>"})
    void shouldDropNoWordBeforeTheCommandAndNoMentionBehindIt(String typed) {
        run(13);
        bench.inThread = ContextBuilds.of(new BuildReference(JOB, 13));
        MessageReference message = new MessageReference("1772366400.000100", CommandBench.THREAD);

        bench.askInThread(typed);
        bench.ask(new AppMention(Requests.origin("r2", Payloads.ANNA), typed + " <@U0BOT>", message));

        assertThat(jenkins.effects()).isEmpty();
        assertThat(bench.askInThread("/status checkout-service").text()).contains("Did you mean `status`?");
        assertThat(bench.askInThread("/CI status checkout-service").text()).contains(JOB, "#13");
    }

    /** A word behind a value may be the rest of it, or the name of a job. */
    @ParameterizedTest
    @ValueSource(strings = {"run A=hello nightly", "run A=1 B=hello nightly"})
    void shouldStartNoOtherJobThanThatOfTheThreadByTheRestOfAValue(String typed) {
        bench.inThread = ContextBuilds.of(new BuildReference(JOB, 12));

        assertThat(bench.askInThread(typed).text()).contains("Nothing was");
        assertThat(jenkins.effects()).isEmpty();

        bench.ask("run A=hello nightly");
        assertThat(jenkins.effects()).containsExactly("anna starts tools/nightly {A=hello}");
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
                "run checkout-service A=1&amp;C=3&amp;B=2",
                "run checkout-service A=prod.",
                "run checkout-service A=prod!",
                "run checkout-service A=prod,",
                "run checkout-service A=prod。",
                "run checkout-service A=prod. B=2",
                "run checkout-service A=<https://x.io/a>.",
                "run checkout-service A=*prod*",
                "run checkout-service A=_prod_",
                "run checkout-service A=~prod~",
                "run checkout-service A=_all_",
                "run checkout-service A=*1/*.*0*",
                "run *checkout-service A=prod*",
                "*run* checkout-service _A=1 B=prod_",
                "run checkout-service A=—force",
                "run checkout-service A=“—verbose —x”",
                "run checkout-service A={“a”:1}",
                "run checkout-service A='{“a”: 1}'",
                "run checkout-service A=‘[“a”, “b”]’",
                "run checkout-service A==1",
                "run checkout-service A=1，B=2",
                "run checkout-service A=1、 B=2",
                "run checkout-service A=prod؟",
                "run checkout-service A=prod۔ B=2",
                "run checkout-service A=prod।",
                "run checkout-service A=<http://prod.io|prod.io>,B=2",
                "run checkout-service A=<https://x.io/?q=1>&amp;B=2",
                "run checkout-service A=prod !",
                "run checkout-service \"A=1 B=2\"",
                "run checkout-service \"A=1&amp;B=2\"",
                "run checkout-service A=1|B=2",
                "run checkout-service ```A=1\nB=2```",
                "run checkout-service A=1\\\nB=2",
                "run checkout-service A='twas brillig",
                "run checkout-service A=’twas",
                "run checkout-service A=```1",
                "run checkout-service A=prod\" B=2",
                "run checkout-service A=prod’",
                "run checkout A=push service",
                "run https://jenkins.example.com/job/backend/job/checkout-service/?A=1",
                "run <https://jenkins.example.com/job/backend/job/checkout-service?page=2&amp;B=1|here> A=1"
            })
    void shouldStartNothingWithValuesThatCanBeReadInTwoWays(String typed) {
        addParameters("A", "B");
        jenkins.with("checkout").with("checkout service");

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
            A="1".                                               ~ {A=1}
            A="prod.".                                           ~ {A=prod.}
            A="1", B='2'!                                        ~ {A=1, B=2}
            A="1"؟                                               ~ {A=1}
            A=1.2‑SNAPSHOT B=a‐b                                 ~ {A=1.2-SNAPSHOT, B=a-b}
            A=C:                                                 ~ {A=C:}
            A=`1`;                                               ~ {A=1}
            A="*1*"                                              ~ {A=*1*}
            A=*.txt                                              ~ {A=*.txt}
            A=lib_* B=snake_                                     ~ {A=lib_*, B=snake_}
            A=**/* B=*.*                                         ~ {A=**/*, B=*.*}
            A=__init__ B=**                                      ~ {A=__init__, B=**}
            A=_/.config_ B=*/target/*                            ~ {A=_/.config_, B=*/target/*}
            A=..                                                 ~ {A=..}
            A=a—b                                                ~ {A=a—b}
            A="a — b"                                            ~ {A=a — b}
            A='say “hi” {a}'                                     ~ {A=say “hi” {a}}
            A='{"a": "—"}'                                       ~ {A={"a": "—"}}
            A="a\u00a0b"                                        ~ {A=a b}
            A=＂1＂                                              ~ {A=1}
            A=»prod« B=›a b‹                                     ~ {A=prod, B=a b}
            A="prod" !                                           ~ {A=prod}
            A=1\uFFFC B=2\u061C                                  ~ {A=1, B=2}
            A="=1"                                               ~ {A==1}
            A=´a b´                                              ~ {A=a b}
            "A=a b"                                              ~ {A=a b}
            "A=a&amp;b"                                          ~ {A=a&b}
            A='6"'                                               ~ {A=6"}
            A=x=1                                                ~ {A=x=1}
            """)
    void shouldStartWithTheValuesThatWereTyped(String typed, String values) {
        addParameters("A", "B");

        bench.ask("run checkout-service " + typed);

        assertThat(jenkins.effects()).containsExactly("anna starts " + JOB + " " + values);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*run checkout-service A=1*",
                "_run checkout-service A=1_",
                "*_run checkout-service A=1_*",
                "*run* checkout-service A=1",
                "`run checkout-service A=1`"
            })
    void shouldStartWhatIsFormattedAsAWhole(String typed) {
        addParameters("A", "B");

        bench.ask(typed);

        assertThat(jenkins.effects()).containsExactly("anna starts " + JOB + " {A=1}");
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
            ROOTbuildWithParameters?A=full.                          ! {A=full}
            <ROOTbuildWithParameters?A=full>.                        ! {A=full}
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
                "ｓｔａｔｕｓ checkout-service",
                "status checkout-service。",
                "status　checkout-service！",
                "status checkout-service؟",
                "ｓｔａｔｕｓ： checkout-service、",
                "status checkout-service۔",
                "status checkout-service।",
                "status checkout‑service",
                "status job checkout-service",
                "status build checkout-service",
                "ci status checkout-service",
                "CI: status checkout-service",
                "@ci status checkout-service",
                "status checkout-service ?",
                "status of checkout-service",
                "status of the checkout-service.",
                "status backend / checkout-service",
                "status backend &gt; checkout-service"
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
                "jobs pay backend",
                "jobs <https://jenkins.example.com/job/backend/job/feature%252Fpay/>",
                "jobs https://jenkins.example.com/job/backend/",
                "queue backend/feature/pay",
                "queue backend/"
            })
    void shouldListByAnyFormOfAName(String typed) {
        jenkins.with(FakeBuildControl.queued(
                jenkins.job("anna", "backend/feature%2Fpay").orElseThrow(), 7, Duration.ofMinutes(4), "No agent"));

        assertThat(bench.ask(typed).text()).contains("feature/pay").doesNotContain("nightly");
    }

    /** An address means what is there, and a branch behind it that branch, as it does in all other commands. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            job/shop/job/develop/                                    ~ shop/develop
            job/shop/develop                                         ~ shop/develop
            job/shop/feature/pay                                     ~ shop/feature%2Fpay
            job/shop/job/feature%252Fpay/7/console                   ~ shop/feature%2Fpay
            blue/organizations/jenkins/shop/activity?branch=develop  ~ shop/develop
            job/shop/                                                ~ shop/develop,shop/develop-2,shop/feature%2Fpay
            job/shop/nothing                                         ~
            """)
    void shouldListWhatIsAtAnAddressAndNothingElse(String address, String jobs) {
        List<String> names = List.of("shop/develop", "shop/develop-2", "shop/feature%2Fpay", "my shop/develop");
        names.forEach(name -> jenkins.with(name)
                .with(FakeBuildControl.queued(
                        jenkins.job("anna", name).orElseThrow(), 7, Duration.ofMinutes(4), "No agent")));

        for (String command : List.of("jobs ", "queue ", "jobs <")) {
            String typed = command + FakeBuildControl.ROOT + address + (command.endsWith("<") ? ">" : "");
            String text = bench.ask(typed).text();
            assertThat(names.stream().filter(name -> text.contains("|" + name + ">")))
                    .as(typed)
                    .containsExactly(jobs == null ? new String[0] : jobs.split(","));
        }
        assertThat(bench.ask("jobs " + FakeBuildControl.ROOT + "job/shop/nothing")
                        .text())
                .contains("at `shop/nothing`");
        assertThat(bench.ask("jobs in " + FakeBuildControl.ROOT + "job/my%20shop/")
                        .text())
                .contains("(1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobs in tools",
                "jobs of the tools",
                "jobs for tools",
                "jobs tools",
                "jobs the tools",
                "jobs builds of tools",
                "jobs all the jobs in tools"
            })
    void shouldListByANameInASentence(String typed) {
        jenkins.with("tools/x").with("of/the/tools");

        assertThat(bench.ask(typed).text()).contains("(3)", "nightly", "tools/x", "of/the/tools");
    }

    @Test
    void shouldListAllWhereAllAreAskedFor() {
        run(13);

        assertThat(bench.ask("running builds").text()).contains("(1)", "#13");
        assertThat(bench.ask("running all the jobs.").text()).contains("(1)", "#13");
        assertThat(bench.ask("jobs all").text()).contains("(3)");

        jenkins.with("builds/x").with("all");
        assertThat(bench.ask("jobs builds").text()).contains("(1)", "builds/x");
        assertThat(bench.ask("jobs all").text()).contains("(1)");
    }

    @Test
    void shouldListTheJobsThatAreBad() {
        jenkins.with(CommandBench.event("tools/nightly", 5, Outcome.SUCCESS).build());

        assertThat(bench.ask("failing").text())
                .contains("*Failing* (1)", JOB, "#12, bad since")
                .doesNotContain("nightly");
        assertThat(bench.ask("red jobs").text()).contains("*Failing* (1)");
        assertThat(bench.ask("failing tools").text())
                .contains("No job that you may see is bad", "about which I have notified anybody");
    }

    @Test
    void shouldNotSayThatNothingWaitsWhereSomethingElseDoes() {
        jenkins.with(FakeBuildControl.queued(
                jenkins.job("anna", "tools/nightly").orElseThrow(), 7, Duration.ofMinutes(4), "No agent"));

        assertThat(bench.ask("queue checkout").text()).contains("by a name with `checkout`");
        assertThat(bench.ask("running checkout").text()).contains("by a name with `checkout`");
        assertThat(bench.ask("running").text()).isEqualTo("Nothing runs that you may see.");
    }

    @Test
    void shouldSayWhatOfAJobWaits() {
        jenkins.with(FakeBuildControl.queued(
                jenkins.job("anna", JOB).orElseThrow(), 7, Duration.ofMinutes(4), "No <agent>"));

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
        "who am i, whoami",
        "un link, unlink",
        "re build x, rebuild",
        "status结账, status",
        "STATUS：shop, status",
        "run:shop x, run",
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

    /** Each look-up asks the security realm, and each list of all jobs looks at each of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run the deployment of the shop on production please",
                "abort the build 12 of the nightly shop please now",
                "log shop last failed 12 lines please"
            })
    void shouldLookUpAllJobsOnceForASentence(String typed) {
        assertThat(bench.ask(typed).text()).contains("There is no job");
        assertThat(jenkins.lookUps()).isLessThanOrEqualTo(4);
    }

    @Test
    void shouldListNoJobsWhereOneIsNamedInFull() {
        bench.ask("run " + JOB);

        assertThat(jenkins.walks()).isZero();
    }

    /** Whatever is wrong with the words: the order, a word too many, or the name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run 2h checkout-service",
                "run please checkout-service",
                "run checkout-service please",
                "run nothing",
                "run https://jenkins.example.com/job/nothing/",
                "run help"
            })
    void shouldSayWhereToFindWhatIsNotFound(String typed) {
        assertThat(bench.ask(typed).text())
                .contains("There is no job", "`jobs` lists those that you may see", "`help run` says what");
    }

    /** As labels of buttons, or as other apps have it. */
    @ParameterizedTest
    @CsvSource({"run again, again", "build status., status", "run list, list", "start tests, tests"})
    void shouldSayThatACommandIsOneByItself(String typed, String command) {
        assertThat(bench.ask(typed).text()).contains("`" + command + "` is a command by itself.");
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldSayThatItDoesNotReadWhatIsEdited() {
        run(13);
        bench.inThread = ContextBuilds.of(new BuildReference(JOB, 13));
        MessageReference message = new MessageReference("1772366400.000100", CommandBench.THREAD);

        Answer answer =
                bench.ask(new AppMention(Requests.origin("r1", Payloads.ANNA), "<@U0BOT> abort", message, true));

        assertThat(answer.text()).contains("You have edited this message", "as a new message");
        assertThat(answer.placement()).isEqualTo(Answer.Placement.EPHEMERAL);
        assertThat(answer.threadTs()).isEqualTo(CommandBench.THREAD);
        assertThat(jenkins.effects()).isEmpty();
    }

    /** As people ask other programs. A job may be called so. */
    @ParameterizedTest
    @ValueSource(strings = {"run --help", "run —help", "run –Help", "run -help", "run -h", "run ?"})
    void shouldExplainTheCommandThatAsksForIt(String typed) {
        assertThat(bench.ask(typed).text()).contains("`run JOB");
        assertThat(bench.ask("run help").text()).contains("`help run` says what");
        assertThat(jenkins.effects()).isEmpty();

        jenkins.with("help");
        bench.ask("run help");
        assertThat(jenkins.effects()).containsExactly("anna starts help {}");
    }

    /** Each would be answered as if the rest were not there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping\nrun checkout-service",
                "whoami <@U0BOB>",
                "link bob",
                "prefs quiet",
                "unlink user=bob",
                "ping x=1"
            })
    void shouldDropNothingThatFollowsACommandWithoutArguments(String typed) {
        assertThat(bench.ask(typed).text()).contains("Nothing was done");
    }

    @Test
    void shouldTakeNoWordThatPointsAtNothingForABuildOfTheThread() {
        run(13);
        bench.inThread = ContextBuilds.of(new BuildReference(JOB, 13));

        bench.askInThread("abort build");
        bench.askInThread("abort the nightly job");
        bench.askInThread("abort this that");

        assertThat(jenkins.effects()).isEmpty();
    }

    /** They end like a word for a number, and may be meant for a job of that name. */
    @ParameterizedTest
    @ValueSource(
            strings = {"nobuild 13", "buildrun 13", "runno. 13", "build runnumber 13", "no.build 13", "rebuild 13"})
    void shouldTakeNoWordWithoutBlanksForSeveralBeforeANumber(String typed) {
        run(13);
        bench.inThread = ContextBuilds.of(new BuildReference(JOB, 13));

        assertThat(bench.askInThread("abort " + typed).text()).contains("There is no job");
        assertThat(jenkins.effects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"build run no. 13", "run number 13", "build no. #13", "nr 13", "of the 13", "the #13"})
    void shouldUnderstandSeveralWordsBeforeANumber(String typed) {
        run(13);
        bench.inThread = ContextBuilds.of(new BuildReference(JOB, 13));

        bench.askInThread("abort " + typed);

        assertThat(jenkins.effects()).containsExactly("anna stops " + JOB + " #13");
    }

    /** A name for people comes before the many jobs of that name, and nobody takes ten for all. */
    @ParameterizedTest
    @CsvSource({"Deploy, platform/kubernetes/deployer", "checkout, some/where/else"})
    void shouldOfferWhatANameForPeopleMeansBeforeAnyOther(String typed, String titled) {
        jenkins.with("platform/kubernetes/deployer", "Deploy").with("some/where/else", "Checkout");
        for (char folder = 'a'; folder <= 'k'; folder++) {
            jenkins.with(folder + "1/deploy").with("checkout/" + folder);
        }

        Answer answer = bench.ask("run " + typed);

        assertThat(answer.text())
                .contains("*" + typed + "* may mean several jobs. Which one?", "`" + titled + "`", "and 2 more");
        assertThat(answer.blocks()).contains("run \\\"" + titled + "\\\"");
        assertThat(jenkins.effects()).isEmpty();
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
                "stop everything",
                "~run checkout-service~",
                "run ~checkout-service~",
                "run checkout-service tomorrow",
                "run checkout-service at 9",
                "run checkout-service in 5",
                "run checkout-service, nightly",
                "run checkout-service; abort nightly",
                "abort #11 #13",
                "abort checkout-service 11 13"
            })
    void shouldDoNothingThatIsNotSaidToTheLetter(String typed) {
        addParameters("A");
        run(13);

        assertThat(bench.ask(typed).placement()).isEqualTo(Answer.Placement.EPHEMERAL);
        assertThat(jenkins.effects()).isEmpty();
    }
}
