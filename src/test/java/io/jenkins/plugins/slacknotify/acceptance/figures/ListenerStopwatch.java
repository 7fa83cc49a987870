package io.jenkins.plugins.slacknotify.acceptance.figures;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stopwatch around the run listeners and checkout listeners of the plugin in a real Jenkins, from {@link #install} to the end of that
 * Jenkins. It takes them out of their lists and puts one in their place that calls each of them.
 */
final class ListenerStopwatch {
    private static final Pattern LAP = Pattern.compile("(\\S+) (\\S+) (\\d+) (\\d+) (\\d+)");

    private final JenkinsClient admin;

    private ListenerStopwatch(JenkinsClient admin) {
        this.admin = admin;
    }

    /**
     * One call of all listeners.
     *
     * @param build such as {@code shop#12}
     * @param call {@code checkout}, {@code changes}, {@code started}, {@code completed} or {@code finalized}
     * @param wall in nanoseconds
     * @param processor the time of the calling thread's processor, in nanoseconds
     * @param queued for how long the calling thread could have run, but others had all processors, in nanoseconds; 0 where the
     *     system does not count that
     */
    record Lap(String build, String call, long wall, long processor, long queued) {
        /** By the clock, without the time in which others had all processors. */
        long own() {
            return wall - queued;
        }

        String job() {
            return build.replaceFirst("#.*", "");
        }
    }

    /**
     * Begins to measure. The stopwatch itself has run before, so that its own first run does not count.
     *
     * @param sampling whether it looks at the stack every millisecond as well, which makes all slower
     */
    static ListenerStopwatch install(JenkinsClient admin, boolean sampling) {
        admin.script("System.setProperty('listener-stopwatch.sampling', '" + sampling + "')");
        admin.script(TestBed.resource(
                "/" + ListenerStopwatch.class.getPackageName().replace('.', '/') + "/listener-stopwatch.groovy"));
        return new ListenerStopwatch(admin);
    }

    /** Returns the calls since the last time, in their order. */
    List<Lap> laps() {
        return LAP.matcher(admin.script("""
                        def laps = System.properties.get('listener-stopwatch')
                        for (def lap = laps.poll(); lap != null; lap = laps.poll()) println lap
                        """))
                .results()
                .map(lap -> new Lap(
                        lap.group(1),
                        lap.group(2),
                        Long.parseLong(lap.group(3)),
                        Long.parseLong(lap.group(4)),
                        Long.parseLong(lap.group(5))))
                .toList();
    }

    /** Returns the stacks of the calls since the last time, as many as there were samples of each; the most frequent first. */
    String stacks() {
        return admin.script("""
                def stacks = System.properties.get('listener-stopwatch-stacks')
                stacks.countBy { it }.sort { -it.value }.each { println it.value + ' ' + it.key }
                stacks.clear()
                return null
                """);
    }
}
