package io.jenkins.plugins.slacknotify.trigger.logs;

import java.util.List;

/**
 * Finds its way in the log of a pipeline by the lines that Jenkins writes there: one for each node of the graph, when the pipeline
 * reaches it (NewNodeConsoleNote), such as {@code [Pipeline] sh}, or {@code [Pipeline] { (Build)} where a stage begins. Pure.
 */
public final class PipelineLines {
    private static final String NODE = "[Pipeline] ";
    private static final String STAGE = NODE + "{ (";

    /** The beginning of a stage that declarative pipelines add by themselves. */
    private static final String SYNTHETIC_STAGE = STAGE + "Declarative: ";

    /** The longest prefix of such a line, for example a time stamp. */
    private static final int MAX_STAMP = 40;

    private PipelineLines() {}

    /**
     * Returns the lines that a step has written, as far as they are among the last lines of its build's log.
     *
     * @param lines the last lines of the log
     * @param nodesSince how many nodes the pipeline has reached since that step, none of them beside it
     */
    public static List<String> ofStep(List<String> lines, int nodesSince) {
        int end = lines.size();
        int later = nodesSince;
        for (int at = lines.size() - 1; at >= 0; at--) {
            if (!begins(lines.get(at), NODE)) {
                continue;
            }
            if (later == 0) {
                return lines.subList(at + 1, end);
            }
            later--;
            end = at;
        }
        return later == 0 ? lines.subList(0, end) : List.of();
    }

    /** Returns the lines since the last stage has begun that somebody has written; all where none has. */
    public static List<String> sinceLastStage(List<String> lines) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            if (begins(lines.get(at), STAGE) && !begins(lines.get(at), SYNTHETIC_STAGE)) {
                return lines.subList(at, lines.size());
            }
        }
        return lines;
    }

    private static boolean begins(String line, String mark) {
        int at = line.indexOf(mark);
        return at >= 0 && at < MAX_STAMP;
    }
}
