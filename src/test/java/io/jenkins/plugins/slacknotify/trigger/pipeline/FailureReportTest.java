package io.jenkins.plugins.slacknotify.trigger.pipeline;

import static io.jenkins.plugins.slacknotify.event.build.Outcome.ABORTED;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.FAILURE;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.NOT_BUILT;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.SUCCESS;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.UNSTABLE;
import static io.jenkins.plugins.slacknotify.trigger.pipeline.FakePipeline.branches;
import static io.jenkins.plugins.slacknotify.trigger.pipeline.FakePipeline.caught;
import static io.jenkins.plugins.slacknotify.trigger.pipeline.FakePipeline.error;
import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.trigger.findings.StageReport;
import io.jenkins.plugins.slacknotify.trigger.pipeline.FakePipeline.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what is found in the graphs of pipelines, and how it is told. */
class FailureReportTest {
    private final FakePipeline pipeline = new FakePipeline();

    @Test
    void shouldNameTheStageWhoseErrorEndedThePipeline() {
        assertThat(failed(FAILURE, () -> {
                    pipeline.stage("Build", pipeline::step);
                    pipeline.stage("Test", () -> pipeline.fail(error("exit code 1")));
                }))
                .containsExactly("Test FAILURE exit code 1");
    }

    @Test
    void shouldNotTellOfAnErrorThatWasTriedAgain() {
        int[] attempts = {0};

        assertThat(failed(
                        UNSTABLE,
                        () -> pipeline.stage(
                                "Integration",
                                () -> pipeline.retry(3, () -> {
                                    if (attempts[0]++ < 2) {
                                        pipeline.fail(error("flaky network"));
                                    }
                                    pipeline.step();
                                }))))
                .isEmpty();
    }

    @Test
    void shouldNotTellWhatADeclarativePipelineHasMarkedBeforeItTriedAgain() {
        int[] attempts = {0};
        Runnable attempt = () -> {
            boolean first = attempts[0]++ == 0;
            pipeline.stage("Integration", () -> {
                if (first) {
                    pipeline.markFailed();
                    pipeline.fail(error("flaky network"));
                }
            });
            pipeline.stage("Deploy", () -> {
                pipeline.markFailed();
                pipeline.fail(error("try " + attempts[0]));
            });
        };

        assertThat(failed(FAILURE, () -> pipeline.retry(2, attempt))).containsExactly("Deploy FAILURE try 2");
    }

    @Test
    void shouldTellOfTheLastAttemptWhereAllFailed() {
        int[] attempts = {0};

        assertThat(failed(
                        FAILURE,
                        () -> pipeline.stage(
                                "Integration",
                                () -> pipeline.retry(2, () -> pipeline.fail(error("try " + attempts[0]++))))))
                .containsExactly("Integration FAILURE try 1");
    }

    @Test
    void shouldNotTellOfAnErrorThatTheScriptCaughtBeforeAnotherStage() {
        StageReport report = report(FAILURE, () -> {
            caught(() -> pipeline.stage("Integration", () -> pipeline.fail(error("flaky network"))));
            pipeline.stage("Later", pipeline::step);
        });

        assertThat(report.failed()).isEmpty();
        assertThat(report.suspect()).isNull();
    }

    /** As where a step sets the result and notes nothing, or the script does. */
    @Test
    void shouldNameTheStageInWhichThePipelineGotItsResult() {
        List<FakePipeline.FakeNode> steps = new ArrayList<>();
        List<GraphNode> heads = pipeline.run(() -> {
            pipeline.stage("Lint", () -> {
                steps.add(pipeline.step().logging("not this"));
                pipeline.node("agent", () -> pipeline.step().logging("make: *** [lint] Error 1"));
            });
            pipeline.stage("Deploy", pipeline::step);
            pipeline.parallel(branches("linux", () -> pipeline.stage("Test", pipeline::step)));
            pipeline.stage("Declarative: Post Actions", pipeline::step);
        });

        assertThat(stageOfResult(heads, UNSTABLE, endOf("Lint")))
                .isEqualTo(new FailedStage("Lint", UNSTABLE, null, List.of("make: *** [lint] Error 1"), null));
        assertThat(stageOfResult(heads, UNSTABLE, steps.get(0).id()))
                .as("before a step")
                .isEqualTo(new FailedStage("Lint", UNSTABLE, null, List.of(), null));
        assertThat(stageOfResult(heads, SUCCESS, endOf("Lint"))).isNull();
        assertThat(stageOfResult(heads, FAILURE, pipeline.startOf("Deploy")))
                .as("between stages")
                .isNull();
        assertThat(stageOfResult(heads, FAILURE, endOf("Test")))
                .as("in a branch")
                .isNull();
        assertThat(stageOfResult(heads, FAILURE, endOf("Declarative: Post Actions")))
                .isNull();
        assertThat(stageOfResult(heads, FAILURE, null)).isNull();
    }

    private String endOf(String stage) {
        return pipeline.nodes().stream()
                .filter(node -> node.blockStart() != null
                        && stage.equals(node.blockStart().stage()))
                .map(GraphNode::id)
                .findFirst()
                .orElseThrow();
    }

    private static FailedStage stageOfResult(List<GraphNode> heads, Outcome outcome, @CheckForNull String resultFirst) {
        FailureSearch search = new FailureSearch(new LastNodes(heads, LastNodes.MAX), null, resultFirst);
        return new FailureReport(search, outcome, false, Optional::of)
                .ofWhole(null)
                .suspect();
    }

    @Test
    void shouldSuspectTheErrorAfterWhichTheScriptEnded() {
        StageReport report = report(FAILURE, () -> {
            caught(() -> pipeline.stage("Build", () -> pipeline.fail(error("compile"))));
            pipeline.step();
        });

        assertThat(report.failed()).isEmpty();
        assertThat(report.suspect()).isEqualTo(new FailedStage("Build", "compile", List.of()));
    }

    @Test
    void shouldTellTheErrorThatEndedThePipelineAndNotTheOneOfItsCleanUp() {
        assertThat(failed(
                        FAILURE,
                        () -> pipeline.stage("Build", () -> {
                            try {
                                pipeline.fail(error("real"));
                            } finally {
                                caught(() -> pipeline.fail(error("clean-up")));
                            }
                        })))
                .containsExactly("Build FAILURE real");
    }

    @Test
    void shouldNameTheStageInWhichTheScriptItselfFailed() {
        assertThat(failed(
                        FAILURE,
                        () -> pipeline.stage("Script", () -> FakePipeline.raise(new IllegalStateException("no foo")))))
                .containsExactly("Script FAILURE java.lang.IllegalStateException: no foo");
    }

    @Test
    void shouldTellTheErrorOfTheScriptOutsideOfAllBlocks() {
        assertThat(failed(FAILURE, () -> {
                    pipeline.stage("Lint", () -> pipeline.warn(UNSTABLE, "7 warnings"));
                    FakePipeline.raise(new IllegalStateException("No such property: relaseTag"));
                }))
                .containsExactly(
                        "Lint UNSTABLE 7 warnings",
                        "null FAILURE java.lang.IllegalStateException: No such property: relaseTag");
    }

    @Test
    void shouldTellTheErrorOfTheScriptBesideOneThatACatchErrorHasNoted() {
        assertThat(failed(FAILURE, () -> {
                    pipeline.stage(
                            "Lint", () -> pipeline.catchError(FAILURE, null, () -> pipeline.fail(error("semicolon"))));
                    FakePipeline.raise(error("no tag"));
                }))
                .containsExactly("Lint FAILURE semicolon", "null FAILURE no tag");
    }

    @Test
    void shouldTellWhatTheScriptCaughtAndWhatItThrewInItsPlace() {
        assertThat(failed(FAILURE, () -> {
                    caught(() -> pipeline.stage("Build", () -> pipeline.fail(error("exit code 2"))));
                    FakePipeline.raise(error("The build is broken"));
                }))
                .containsExactly("Build FAILURE exit code 2", "null FAILURE The build is broken");
    }

    @Test
    void shouldNotTellByTheEndWhatADeclarativePipelineHasMarked() {
        assertThat(failed(FAILURE, () -> {
                    caught(() -> pipeline.stage("Build", () -> {
                        pipeline.markFailed();
                        pipeline.fail(error("compile"));
                    }));
                    FakePipeline.raise(error("thrown anew"));
                }))
                .containsExactly("Build FAILURE compile");
    }

    @Test
    void shouldNotTellOfAClickAsAnErrorOfTheScript() {
        StageReport report = report(ABORTED, () -> FakePipeline.raise(interrupted(new ExceededTimeout())));

        assertThat(report.failed()).isEmpty();
        assertThat(report.interruption()).isEqualTo(new Interruption(Interruption.Kind.TIMED_OUT, null));
    }

    @Test
    void shouldTellThatJenkinsCouldNotGoOnWithThePipeline() {
        List<List<GraphNode>> ends = new ArrayList<>();
        pipeline.run(() -> pipeline.node(
                "linux-1",
                () -> pipeline.stage("Build", () -> {
                    pipeline.step();
                    ends.add(pipeline.cutOff(error("The words of another version")));
                })));

        StageReport report = of(ends.get(0), FAILURE, false);

        assertThat(report.interruption()).isEqualTo(new Interruption(Interruption.Kind.RESTART, null));
        assertThat(failed(report)).containsExactly("null FAILURE The words of another version");
    }

    @ParameterizedTest
    @CsvSource({
        "Failed to load program, true",
        "Cannot resume build because FlowNode 5 for FlowHead 2 could not be loaded., true",
        "Cannot resume the deployment, false",
        "no tag, false"
    })
    void shouldTellThatJenkinsCouldNotGoOnWithAPipelineThatHadNoBlocks(String message, boolean isCutOff) {
        StageReport report = report(FAILURE, () -> {
            pipeline.step();
            FakePipeline.raise(error(message));
        });

        assertThat(report.interruption() != null).isEqualTo(isCutOff);
    }

    @Test
    void shouldBelieveAStepThatSaysWhatJenkinsSaysOfAPipelineThatItCannotGoOnWith() {
        StageReport report = report(FAILURE, () -> pipeline.fail(error("Failed to load program")));

        assertThat(report.interruption()).isNull();
    }

    @Test
    void shouldTellAnErrorOnceThatIsThrownAgainLater() {
        assertThat(failed(FAILURE, () -> {
                    Thrown[] first = new Thrown[1];
                    try {
                        pipeline.stage("Build", () -> pipeline.fail(error("compile")));
                    } catch (Thrown thrown) {
                        first[0] = thrown;
                    }
                    pipeline.stage("Report", () -> {
                        throw first[0];
                    });
                }))
                .containsExactly("Build FAILURE compile");
    }

    @Test
    void shouldTellReasonsOfUnstableStages() {
        assertThat(failed(UNSTABLE, () -> {
                    pipeline.stage("Lint", () -> {
                        pipeline.warn(UNSTABLE, "7 warnings");
                        pipeline.warn(UNSTABLE, "2 duplicates");
                    });
                    pipeline.warn(UNSTABLE, "outside");
                    pipeline.stage("Quiet", () -> pipeline.warn(UNSTABLE, null));
                    pipeline.stage("Skipped", () -> pipeline.warn(Outcome.NOT_BUILT, "nothing to do"));
                }))
                .containsExactly(
                        "Lint UNSTABLE 7 warnings; 2 duplicates", "null UNSTABLE outside", "Quiet UNSTABLE null");
    }

    @Test
    void shouldTellWhatACatchErrorHasNotedEvenOfAGoodBuild() {
        assertThat(failed(SUCCESS, () -> {
                    pipeline.stage(
                            "Optional", () -> pipeline.catchError(FAILURE, null, () -> pipeline.fail(error("broke"))));
                    pipeline.stage(
                            "Lint",
                            () -> pipeline.catchError(
                                    UNSTABLE, "Lint is unhappy", () -> pipeline.fail(error("semicolon"))));
                    pipeline.stage(
                            "Ignored",
                            () -> pipeline.catchError(SUCCESS, null, () -> pipeline.fail(error("never mind"))));
                    pipeline.stage("Rest", pipeline::step);
                }))
                .containsExactly("Optional FAILURE broke", "Lint UNSTABLE Lint is unhappy: semicolon");
    }

    @Test
    void shouldTellFirstWhyTheBuildFailed() {
        assertThat(failed(FAILURE, () -> {
                    lint();
                    pipeline.stage("Build", () -> pipeline.fail(error("compile")));
                }))
                .containsExactly("Build FAILURE compile", "Lint FAILURE semicolon");
    }

    @Test
    void shouldTellFirstWhyTheBuildIsUnstable() {
        assertThat(failed(UNSTABLE, () -> {
                    lint();
                    pipeline.stage("Test", () -> pipeline.warn(UNSTABLE, "3 flaky"));
                }))
                .containsExactly("Test UNSTABLE 3 flaky", "Lint FAILURE semicolon");
    }

    @Test
    void shouldTellOfAStageWhyTheBuildFailedInIt() {
        assertThat(failed(
                        FAILURE,
                        () -> pipeline.stage("Build", () -> {
                            pipeline.catchErrorOfStage(FAILURE, () -> pipeline.fail(error("semicolon")));
                            pipeline.fail(error("compile"));
                        })))
                .containsExactly("Build FAILURE compile");
    }

    @Test
    void shouldTellOnceWhatEndsAStepAndThePipelineEachWithAnErrorOfItsOwn() {
        assertThat(failed(FAILURE, () -> {
                    caught(() -> pipeline.stage(
                            "Wait", () -> pipeline.fail(new IllegalStateException("groovy.json.JsonSlurper"))));
                    FakePipeline.raise(new IllegalStateException("groovy.json.JsonSlurper"));
                }))
                .containsExactly("Wait FAILURE java.lang.IllegalStateException: groovy.json.JsonSlurper");
    }

    @Test
    void shouldTellOfAStageBothWhereItEndedWorseThanTheBuildIsBadFor() {
        assertThat(failed(
                        UNSTABLE,
                        () -> pipeline.stage("Test", () -> {
                            pipeline.catchErrorOfStage(FAILURE, () -> pipeline.fail(error("semicolon")));
                            pipeline.warn(UNSTABLE, "3 flaky");
                        })))
                .containsExactly("Test UNSTABLE 3 flaky", "Test FAILURE semicolon");
    }

    /** A declarative pipeline marks the stage around its branches where one of them fails. */
    @Test
    void shouldTellLastWhatABranchGoesOnFromBesideOneThatFails() {
        assertThat(failed(
                        FAILURE,
                        () -> pipeline.stage("Checks", () -> {
                            pipeline.markFailed();
                            pipeline.parallel(branches(
                                    "Lint", () -> pipeline.stage("Lint", this::goOnFromAnError), "Test", () -> {
                                        pipeline.stage("Test", () -> {
                                            pipeline.markFailed();
                                            pipeline.fail(error("3 of 4"));
                                        });
                                    }));
                        })))
                .containsExactly("Test FAILURE 3 of 4", "Lint FAILURE semicolon");
    }

    private void goOnFromAnError() {
        pipeline.catchErrorOfStage(FAILURE, () -> pipeline.fail(error("semicolon")));
    }

    @Test
    void shouldTellLastWhatAStepHasNotedThatGoesOn() {
        assertThat(failed(FAILURE, () -> {
                    pipeline.stage("Below", () -> pipeline.warn(FAILURE, null).sparingBuild());
                    pipeline.stage("Build", () -> pipeline.fail(error("compile")));
                }))
                .containsExactly("Build FAILURE compile", "Below FAILURE null");
    }

    @Test
    void shouldSuspectWhatTheScriptCaughtThoughAnotherStageWasSpared() {
        StageReport byHand = report(FAILURE, () -> {
            lint();
            caught(() -> pipeline.stage("Build", () -> pipeline.fail(error("compile"))));
        });

        assertThat(byHand.failed()).isEmpty();
        assertThat(byHand.suspect()).isEqualTo(new FailedStage("Build", "compile", List.of()));
        assertThat(failed(byHand)).containsExactly("Lint FAILURE semicolon");
    }

    @Test
    void shouldTellWhatTheScriptCaughtAndWhatItThrewThoughAnotherStageWasSpared() {
        assertThat(failed(FAILURE, () -> {
                    lint();
                    caught(() -> pipeline.stage("Build", () -> pipeline.fail(error("compile"))));
                    FakePipeline.raise(error("The build is broken"));
                }))
                .containsExactly("Build FAILURE compile", "null FAILURE The build is broken", "Lint FAILURE semicolon");
    }

    @Test
    void shouldTellAStepOfABranchThatItIsGoodThoughAStageWasSpared() {
        List<StageReport> seen = new ArrayList<>();
        pipeline.run(() -> pipeline.parallel(branches("linux", () -> {
            lint();
            seen.add(seenBy(pipeline.step(), SUCCESS));
        })));

        assertThat(seen).satisfiesExactly(linux -> {
            assertThat(linux.outcome()).isNull();
            assertThat(failed(linux)).containsExactly("Lint (linux) FAILURE semicolon");
        });
    }

    @ParameterizedTest
    @CsvSource({"NOT_BUILT, Deploy NOT_BUILT not on Fridays", "SUCCESS, ''", "FAILURE, ''"})
    void shouldSayOfABuildThatWasNotBuiltAloneWhatWasNot(Outcome outcome, String told) {
        assertThat(failed(
                        outcome,
                        () -> pipeline.stage(
                                "Deploy",
                                () -> pipeline.catchError(
                                        NOT_BUILT, null, () -> pipeline.fail(error("not on Fridays"))))))
                .isEqualTo(told.isEmpty() ? List.of() : List.of(told));
    }

    @Test
    void shouldNotTellOfABuildThatAScriptHasEndedEarlyAsAGoodOne() {
        assertThat(failed(
                        SUCCESS,
                        () -> pipeline.stage(
                                "Check",
                                () -> pipeline.fail(
                                        new FlowInterruptedException(Result.SUCCESS, new ExceededTimeout())))))
                .isEmpty();
    }

    private void lint() {
        pipeline.stage("Lint", () -> pipeline.catchErrorOfStage(FAILURE, () -> pipeline.fail(error("semicolon"))));
    }

    @Test
    void shouldTellTheWorstOfAStageOnly() {
        assertThat(failed(
                        FAILURE,
                        () -> pipeline.stage("Test", () -> {
                            pipeline.warn(UNSTABLE, "slow");
                            pipeline.fail(error("exit code 1"));
                        })))
                .containsExactly("Test FAILURE exit code 1");
    }

    @Test
    void shouldLeaveItToFailingTestsToSayWhyAStageIsUnstable() {
        List<GraphNode> heads = pipeline.run(() -> {
            pipeline.stage(
                    "Test", () -> pipeline.warn(UNSTABLE, "1 test failed").publishingTests());
            pipeline.stage("Lint", () -> pipeline.warn(UNSTABLE, "7 warnings"));
        });

        assertThat(failed(of(heads, UNSTABLE, true))).containsExactly("Lint UNSTABLE 7 warnings");
        assertThat(failed(of(heads, UNSTABLE, false)))
                .containsExactly("Test UNSTABLE 1 test failed", "Lint UNSTABLE 7 warnings");
    }

    @Test
    void shouldNameAllBranchesThatFailed() {
        assertThat(failed(
                        FAILURE,
                        () -> pipeline.stage(
                                "Checks",
                                () -> pipeline.parallel(branches(
                                        "posix",
                                        () -> pipeline.parallel(branches(
                                                "linux",
                                                () -> pipeline.stage("Test", () -> pipeline.fail(error("on linux"))),
                                                "mac",
                                                () -> pipeline.stage("Test", pipeline::step))),
                                        "others",
                                        () -> pipeline.parallel(branches(
                                                "windows",
                                                () -> pipeline.stage("Test", () -> pipeline.fail(error("on windows"))),
                                                "bsd",
                                                () -> pipeline.fail(error("no stage")))))))))
                .containsExactly(
                        "Test (posix, linux) FAILURE on linux",
                        "Test (others, windows) FAILURE on windows",
                        "Checks (others, bsd) FAILURE no stage");
    }

    @Test
    void shouldNotTellOfBranchesThatWereStoppedBecauseAnotherFailed() {
        assertThat(failed(
                        FAILURE,
                        () -> pipeline.parallel(branches(
                                "linux", () -> pipeline.fail(error("on linux")),
                                "windows", () -> pipeline.fail(interrupted(new FailFastCause()))))))
                .containsExactly("linux FAILURE on linux");
    }

    @Test
    void shouldNameCellsByTheirAxesAndStagesOfTheirOwnBranchOnce() {
        assertThat(failed(
                        FAILURE,
                        () -> pipeline.stage(
                                "Matrix",
                                () -> pipeline.parallel(branches(
                                        "Matrix - OS = 'windows', JDK = '21'",
                                        () -> pipeline.stage("Test", () -> pipeline.fail(error("no"))),
                                        "Deploy",
                                        () -> pipeline.stage("Deploy", () -> pipeline.fail(error("neither"))))))))
                .containsExactly("Test (OS = windows, JDK = 21) FAILURE no", "Deploy FAILURE neither");
    }

    @Test
    void shouldKeepTheLogOfTheStepThatFailed() {
        List<GraphNode> heads = pipeline.run(() -> pipeline.stage("Test", () -> {
            FakePipeline.FakeNode step = pipeline.step().logging("+ make", "Error 1");
            step.failing(error("exit code 2"));
        }));

        assertThat(of(heads, FAILURE, false).failed())
                .containsExactly(new FailedStage("Test", "exit code 2", List.of("+ make", "Error 1")));
    }

    @Test
    void shouldMaskReasons() {
        List<GraphNode> heads = pipeline.run(() -> {
            pipeline.warn(UNSTABLE, "token hunter3");
            pipeline.fail(error("no hunter3"));
        });
        FailureReport report = new FailureReport(
                new FailureSearch(new LastNodes(heads, LastNodes.MAX), null, null),
                FAILURE,
                false,
                text -> Optional.of(text.replace("hunter3", "****")));

        assertThat(failed(report.ofWhole(heads.get(0).error())))
                .containsExactly("null UNSTABLE token ****", "null FAILURE no ****");
    }

    @Test
    void shouldNotQuoteAReasonOfWhichNobodyKnowsWhatIsSecretInIt() {
        List<GraphNode> heads = pipeline.run(() -> pipeline.stage("Deploy", () -> pipeline.fail(error("no hunter3"))));
        FailureReport report = new FailureReport(
                new FailureSearch(new LastNodes(heads, LastNodes.MAX), null, null),
                FAILURE,
                false,
                text -> Optional.empty());

        assertThat(failed(report.ofWhole(heads.get(0).error()))).containsExactly("Deploy FAILURE null");
    }

    @Test
    void shouldTellWhyThePipelineWasStopped() {
        CauseOfInterruption timeout = new ExceededTimeout();

        StageReport report = report(ABORTED, () -> pipeline.stage("Long", () -> pipeline.fail(interrupted(timeout))));

        assertThat(report.interruption()).isEqualTo(new Interruption(Interruption.Kind.TIMED_OUT, null));
        assertThat(failed(report)).containsExactly("Long ABORTED Timeout has been exceeded");
    }

    @Test
    void shouldTellWhatABlockHasWaitedForThatNeverBegan() {
        StageReport report = report(
                ABORTED,
                () -> pipeline.stage(
                        "Build",
                        () -> pipeline.waitInVain(
                                interrupted(new ExceededTimeout()),
                                "Still waiting to schedule task",
                                "‘Jenkins’ doesn’t have label ‘gpu’")));

        assertThat(failed(report))
                .containsExactly("Build ABORTED Timeout has been exceeded: ‘Jenkins’ doesn’t have label ‘gpu’");
    }

    @Test
    void shouldNameTheAgentThatWasLost() {
        StageReport report = report(
                ABORTED,
                () -> pipeline.node(
                        "linux-1",
                        () -> pipeline.stage("Build", () -> pipeline.fail(interrupted(new RemovedNodeCause())))));

        assertThat(report.interruption()).isEqualTo(new Interruption(Interruption.Kind.AGENT_LOST, "linux-1"));
    }

    @Test
    void shouldTellALostAgentByTheErrorOfTheStepThatNeededIt() {
        StageReport report = report(
                FAILURE,
                () -> pipeline.node(
                        "linux-1", () -> pipeline.fail(new IllegalStateException(new RequestAbortedException()))));

        assertThat(report.interruption()).isEqualTo(new Interruption(Interruption.Kind.AGENT_LOST, "linux-1"));
    }

    @Test
    void shouldNotTakeATimeOutThatWasCaughtForTheEndOfAnUnstableBuild() {
        StageReport report = report(
                UNSTABLE,
                () -> pipeline.stage(
                        "Wait",
                        () -> pipeline.catchError(
                                UNSTABLE, null, () -> pipeline.fail(interrupted(new ExceededTimeout())))));

        assertThat(report.interruption()).isNull();
    }

    @Test
    void shouldTellAStepOfABranchWhatIsTrueOfThatBranch() {
        List<StageReport> seen = new ArrayList<>();
        Map<String, Runnable> branches = branches(
                "bad",
                () -> pipeline.stage("Test", () -> {
                    try {
                        pipeline.fail(error("no"));
                    } finally {
                        pipeline.markFailed();
                        seen.add(seenBy(pipeline.step(), SUCCESS));
                    }
                }),
                "good",
                () -> pipeline.stage("Test", () -> seen.add(seenBy(pipeline.step(), FAILURE))));
        pipeline.run(() -> pipeline.parallel(branches));

        assertThat(seen)
                .satisfiesExactly(
                        bad -> {
                            assertThat(bad.outcome()).isEqualTo(FAILURE);
                            assertThat(bad.viewpoint()).isEqualTo("bad");
                            assertThat(failed(bad)).containsExactly("Test (bad) FAILURE no");
                        },
                        good -> {
                            assertThat(good.outcome()).isEqualTo(SUCCESS);
                            assertThat(good.viewpoint()).isEqualTo("good");
                            assertThat(good.failed()).isEmpty();
                        });
    }

    @Test
    void shouldTellAStepOfABranchThatTheBuildIsBadWhereNoBranchSaysWhy() {
        List<StageReport> seen = new ArrayList<>();
        pipeline.run(() -> pipeline.parallel(branches("only", () -> seen.add(seenBy(pipeline.step(), UNSTABLE)))));

        assertThat(seen).extracting(StageReport::outcome).containsExactly((Outcome) null);
    }

    @Test
    void shouldTellAStepOutsideOfBranchesHowTheBuildStands() {
        List<StageReport> seen = new ArrayList<>();
        pipeline.run(() -> {
            pipeline.stage("Lint", () -> pipeline.warn(UNSTABLE, "7 warnings"));
            seen.add(seenBy(pipeline.step(), UNSTABLE));
        });

        assertThat(seen).satisfiesExactly(report -> {
            assertThat(report.outcome()).isNull();
            assertThat(report.viewpoint()).isNull();
            assertThat(failed(report)).containsExactly("Lint UNSTABLE 7 warnings");
        });
    }

    @Test
    void shouldQuoteTheLogOfTheStepWhoseErrorAScriptHasPutBehindItsOwnWords() {
        StageReport report = report(
                FAILURE,
                () -> pipeline.stage("Build", () -> {
                    caught(() -> pipeline.step()
                            .logging("+ mkae", "script.sh: line 1: mkae: command not found")
                            .failing(exit(127)));
                    caught(() -> pipeline.step()
                            .logging("+ true", "script.sh: line 1: tr: command not found")
                            .failing(exit(1)));
                    pipeline.step()
                            .failing(error("Build failed: hudson.AbortException: script returned exit code 127"));
                }));

        assertThat(report.failed())
                .extracting(FailedStage::explanation)
                .containsExactly("Build failed: mkae: command not found");
    }

    @Test
    void shouldShowTheLogOfAStepWhoseErrorAScriptHasCaughtBeforeItThrewItsOwn() {
        StageReport report = report(FAILURE, () -> {
            caught(() -> pipeline.step().logging("not this stage").failing(exit(1)));
            pipeline.stage("Deploy", () -> {
                caught(() ->
                        pipeline.step().logging("kubectl: command not found").failing(exit(127)));
                pipeline.step().logging("it failed");
                pipeline.fail(error("Deployment failed"));
            });
            pipeline.stage("Clean", () -> pipeline.fail(error("never run")));
        });

        FailedStage deploy = report.failed().get(0);
        assertThat(deploy.explanation()).isEqualTo("Deployment failed");
        assertThat(deploy.log()).containsExactly("kubectl: command not found");
        assertThat(deploy.reason()).isNull();
    }

    @Test
    void shouldQuoteTheLogOfTheStepItselfWhereOthersFailedInTheSameWords() {
        StageReport report = report(
                FAILURE,
                () -> pipeline.parallel(branches(
                        "linux",
                        () -> pipeline.step().logging("ld: no such library").failing(exit(1)),
                        "windows",
                        () -> pipeline.step()
                                .logging("a.c:1:2: error: no such type")
                                .failing(exit(10)))));

        assertThat(report.failed())
                .extracting(FailedStage::explanation)
                .containsExactly("no such library", "a.c:1:2: error: no such type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            failed                      | Deploy failed                                     | false
            not found                   | Image not found                                   | false
            found                       | Nothing: unfound                                  | false
            failed                      | Deploy failed: failed                             | true
            no pods                     | Deploy failed (no pods)                           | true
            no pods                     | Deploy failed: java.lang.RuntimeException: no pods | true
            script returned exit code 1 | Deploy failed as script returned exit code 1      | true
            script returned exit code 1 | Deploy failed: script returned exit code 127      | false
            """)
    void shouldTakeWordsForThoseOfAnotherStepOnlyWhereTheyAreQuoted(String words, String ofScript, boolean isQuoted) {
        StageReport report = report(FAILURE, () -> {
            caught(() -> pipeline.stage(
                    "Build", () -> pipeline.step().logging("the log").failing(error(words))));
            pipeline.stage("Deploy", () -> pipeline.fail(error(ofScript)));
        });

        assertThat(report.failed().get(0).log()).isEqualTo(isQuoted ? List.of("the log") : List.of());
    }

    @Test
    void shouldNotQuoteTheLogOfAStepOfAnotherBranch() {
        StageReport report = report(
                FAILURE,
                () -> pipeline.parallel(branches(
                        "linux",
                        () -> pipeline.step().logging("ld: no such library").failing(exit(1)),
                        "windows",
                        () -> pipeline.fail(error("No image: script returned exit code 1")))));

        assertThat(report.failed())
                .extracting(FailedStage::explanation)
                .containsExactly("no such library", "No image: script returned exit code 1");
    }

    @Test
    void shouldQuoteTheLogOfAStepOfABranchOnceAllBranchesHaveEnded() {
        StageReport report = report(
                FAILURE,
                () -> pipeline.stage("Build", () -> {
                    caught(() -> pipeline.parallel(branches(
                            "linux",
                            () -> pipeline.step().logging("ld: no such library").failing(exit(1)),
                            "windows",
                            pipeline::step)));
                    pipeline.fail(error("Build failed: script returned exit code 1"));
                }));

        assertThat(report.failed())
                .extracting(FailedStage::explanation)
                .containsExactly("Build failed: no such library");
    }

    private static final class FailFastCause extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;

        @Override
        public String getShortDescription() {
            return "Failed in branch linux";
        }
    }

    private static final class ExceededTimeout extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;

        @Override
        public String getShortDescription() {
            return "Timeout has been exceeded";
        }
    }

    private static final class RemovedNodeCause extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;

        @Override
        public String getShortDescription() {
            return "Agent was removed";
        }
    }

    private static final class RequestAbortedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private List<String> failed(Outcome outcome, Runnable script) {
        return failed(report(outcome, script));
    }

    private static List<String> failed(StageReport report) {
        return Stream.concat(report.failed().stream(), report.spared().stream())
                .map(stage -> stage.name() + " " + stage.outcome() + " " + stage.error())
                .toList();
    }

    private StageReport report(Outcome outcome, Runnable script) {
        return of(pipeline.run(script), outcome, false);
    }

    private static StageReport of(List<GraphNode> heads, Outcome outcome, boolean testsFail) {
        FailureSearch search = new FailureSearch(new LastNodes(heads, LastNodes.MAX), null, null);
        return new FailureReport(search, outcome, testsFail, Optional::of)
                .ofWhole(heads.get(0).error());
    }

    /** What a step sees that is the last one so far of the whole pipeline. */
    private StageReport seenBy(GraphNode step, Outcome ofBuild) {
        FailureSearch before = new FailureSearch(new LastNodes(List.of(step), LastNodes.MAX), null, null);
        return new FailureReport(before, ofBuild, false, Optional::of)
                .ofStep(step, () -> new FailureSearch(new LastNodes(pipeline.nodes(), LastNodes.MAX), null, null));
    }

    private static Throwable exit(int code) {
        return error("script returned exit code " + code);
    }

    private static FlowInterruptedException interrupted(CauseOfInterruption cause) {
        return new FlowInterruptedException(Result.ABORTED, cause);
    }
}
