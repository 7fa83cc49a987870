package io.jenkins.plugins.slacknotify.acceptance.restart;

import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;

/** That a job was bad, though Jenkins has forgotten the build: the next good one fixes it. */
final class ForgottenBuild implements Survivor {
    @Override
    public String rule() {
        return "{jobs: [crashed], events: [regressed, fixed], to: ['#crashed']}";
    }

    @Override
    public void begin(TestBed bed) {
        bed.channels().open("crashed");
        bed.jobDsl().run("job('crashed') { steps { shell('exit $((BUILD_NUMBER < 2))') } }");
        bed.jobs().build("crashed");
        bed.channels().awaitAbout("crashed #1", "crashed", 1);
        bed.admin().script("Jenkins.get().getItem('crashed').getBuildByNumber(1).delete()");
    }

    @Override
    public void goOn(TestBed bed) {
        bed.jobs().build("crashed");

        bed.waits()
                .untilChannelSays(
                        "crashed", "crashed #", "#2>\\* is fixed after .*#1\\* failed", "#2>\\* is fixed after .*");
    }
}
