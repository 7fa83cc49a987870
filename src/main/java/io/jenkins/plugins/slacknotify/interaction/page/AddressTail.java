package io.jenkins.plugins.slacknotify.interaction.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of an address after its path.
 *
 * @param query without its question mark; possibly empty
 * @param fragment without its hash; possibly empty
 */
record AddressTail(String query, String fragment) {
    /** Pipeline Graph View writes {@code log-<step>-<line>}, Blue Ocean {@code step-<step>-log-<line>}. */
    private static final Pattern STEP_LINE = Pattern.compile("(?:log|step)-(\\d{1,9})(?:-log)?-(\\d{1,9})");

    private static final Pattern HASHED = Pattern.compile("#?\\d{1,9}[^\\p{L}\\p{N}]*");
    private static final Pattern STEP = Pattern.compile("step-(\\d{1,9})");
    private static final Pattern LINE = Pattern.compile("(?:L|log-|line-?)(\\d{1,9})");

    Optional<String> parameter(String name) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> BranchNames.readable(pair.substring(name.length() + 1)))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Returns the number that people have written behind the address of a job, as {@code #12}; empty for any other fragment. */
    String hashed() {
        return HASHED.matcher(fragment).matches() ? fragment.replace("#", "") : "";
    }

    /** Returns the log that the fragment leads to, or else that of a step. */
    BuildPart.Log log(@CheckForNull String step) {
        Matcher stepLine = STEP_LINE.matcher(fragment);
        if (stepLine.matches()) {
            return new BuildPart.Log(stepLine.group(1), lineOf(stepLine.group(2)));
        }
        Matcher line = LINE.matcher(fragment);
        return new BuildPart.Log(step, line.matches() ? lineOf(line.group(1)) : null);
    }

    /** Returns the page of a pipeline's graph: a line or a step where the address names one. */
    BuildPart ofGraph(@CheckForNull String selected) {
        BuildPart.Log log = log(null);
        if (log.line() != null) {
            return new BuildPart.Log(log.node() == null ? selected : log.node(), log.line());
        }
        Matcher step = STEP.matcher(fragment);
        String node = step.matches() ? step.group(1) : selected;
        return node == null ? new BuildPart.Whole() : new BuildPart.Stage(node);
    }

    @CheckForNull
    private static Integer lineOf(String digits) {
        return Segments.number(digits).filter(line -> line > 0).orElse(null);
    }
}
