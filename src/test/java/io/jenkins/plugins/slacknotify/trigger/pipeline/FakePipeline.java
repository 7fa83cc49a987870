package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs a pipeline that is written in Java, and makes the graph that Jenkins would make of it. An error is a {@link Thrown}, which
 * a test catches as a script would.
 */
final class FakePipeline {
    private final List<FakeNode> open = new ArrayList<>();
    private final List<GraphNode> nodes = new ArrayList<>();
    private final FakeNode start = add(new FakeNode());
    private FakeNode last;

    FakePipeline() {
        last = start;
        open.add(start);
    }

    /** An error of a step, on its way outwards. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Thrown(Throwable error) {
            super(error);
        }
    }

    /** Runs a script to its end, and returns the nodes that are left at the end. */
    List<GraphNode> run(Runnable script) {
        FakeNode end = new FakeNode();
        try {
            script.run();
        } catch (Thrown thrown) {
            end.error = thrown.getCause();
        }
        end.blockStart = start;
        return List.of(after(end));
    }

    /**
     * Ends the pipeline where it stands, whatever is open, as Jenkins does that cannot go on with it. Returns the nodes that are left at
     * the end.
     */
    List<GraphNode> cutOff(Throwable error) {
        FakeNode end = new FakeNode();
        end.error = error;
        end.blockStart = start;
        after(end).enclosing.clear();
        return List.of(end);
    }

    /** Returns all nodes so far, of all branches. */
    List<GraphNode> nodes() {
        return List.copyOf(nodes);
    }

    /** Returns the id of the step of a stage, with which the pipeline goes on. The body that has the name starts after it. */
    String startOf(String stage) {
        return nodes.stream()
                .filter(node -> stage.equals(node.stage()))
                .map(node -> Integer.toString(Integer.parseInt(node.id()) - 1))
                .findFirst()
                .orElseThrow();
    }

    /** Adds a step that ends well, and returns it. */
    FakeNode step() {
        return after(new FakeNode());
    }

    /** Adds a step that fails. */
    void fail(Throwable error) {
        step().error = error;
        throw new Thrown(error);
    }

    /** Runs steps whose error the script catches, if there is one. */
    static void caught(Runnable body) {
        try {
            body.run();
        } catch (Thrown caught) {
            // The script goes on.
        }
    }

    /** Returns the error of a step that fails with a message of its own. */
    static Throwable error(String message) {
        return new AbortException(message);
    }

    /** Throws an error without a step, as a script can. */
    static void raise(Throwable error) {
        throw new Thrown(error);
    }

    /** Adds a step that notes a warning. */
    FakeNode warn(Outcome outcome, @CheckForNull String message) {
        FakeNode step = step();
        step.warning = new GraphNode.Warning(outcome, message);
        return step;
    }

    /** Adds a stage, and returns its start. */
    FakeNode stage(String name, Runnable body) {
        FakeNode[] block = new FakeNode[1];
        block(new FakeNode(), () -> {
            FakeNode start = new FakeNode();
            block[0] = start;
            start.stage = name;
            body(start, body);
        });
        return block[0];
    }

    /** Marks the innermost stage as a declarative pipeline does that goes on after an error. */
    void markFailed() {
        for (int index = open.size() - 1; index >= 0; index--) {
            if (open.get(index).stage != null) {
                open.get(index).markedFailed = true;
                return;
            }
        }
    }

    /** Adds a block that runs on an agent. */
    void node(String agent, Runnable body) {
        block(new FakeNode(), () -> {
            FakeNode start = new FakeNode();
            start.agent = agent;
            body(start, body);
        });
    }

    /** Adds a block that fails before anything runs in it, as one that waits for an agent. */
    void waitInVain(Throwable error, String... logged) {
        block(new FakeNode().logging(logged), () -> raise(error));
    }

    /** Adds a {@code retry}. */
    void retry(int times, Runnable body) {
        block(new FakeNode(), () -> {
            for (int left = times; ; left--) {
                try {
                    body(new FakeNode(), body);
                    return;
                } catch (Thrown thrown) {
                    if (left == 1) {
                        throw thrown;
                    }
                }
            }
        });
    }

    /** Adds a {@code catchError}, with the worse one of its results. */
    void catchError(Outcome outcome, @CheckForNull String message, Runnable body) {
        catchError(outcome, message, false, body);
    }

    /** Adds a {@code catchError} that sets the result of the stage alone. */
    void catchErrorOfStage(Outcome outcome, Runnable body) {
        catchError(outcome, null, true, body);
    }

    private void catchError(Outcome outcome, @CheckForNull String message, boolean sparesBuild, Runnable body) {
        FakeNode step = new FakeNode();
        step.sparesBuild = sparesBuild;
        step.outcomeOfCaughtErrors = outcome;
        block(step, () -> {
            FakeNode start = new FakeNode();
            try {
                body(start, body);
            } catch (Thrown caught) {
                start.warning = new GraphNode.Warning(outcome, message);
            }
        });
    }

    /** Returns the branch of a parallel step. */
    static Map<String, Runnable> branches(String name, Runnable body) {
        return new LinkedHashMap<>(Map.of(name, body));
    }

    /** Returns the branches of a parallel step, in their order. */
    static Map<String, Runnable> branches(String one, Runnable first, String other, Runnable second) {
        Map<String, Runnable> branches = branches(one, first);
        branches.put(other, second);
        return branches;
    }

    /** Adds a {@code parallel} whose branches all begin, and then run one after the other. */
    void parallel(Map<String, Runnable> branches) {
        FakeNode step = after(new FakeNode());
        open.add(step);
        FakeNode end = new FakeNode();
        end.blockStart = step;
        List<FakeNode> starts = new ArrayList<>();
        for (String branch : branches.keySet()) {
            last = step;
            FakeNode start = new FakeNode();
            start.branch = branch;
            start.body = true;
            starts.add(after(start));
        }
        List<GraphNode> ends = new ArrayList<>();
        for (FakeNode start : starts) {
            last = start;
            try {
                inside(start, branches.get(start.branch));
            } catch (Thrown thrown) {
                end.error = end.error == null ? thrown.getCause() : end.error;
            }
            ends.add(last);
        }
        open.remove(open.size() - 1);
        after(end);
        end.parents = ends;
        if (end.error != null) {
            throw new Thrown(end.error);
        }
    }

    private void body(FakeNode start, Runnable body) {
        start.body = true;
        block(start, body);
    }

    private void block(FakeNode start, Runnable body) {
        after(start);
        inside(start, body);
    }

    private void inside(FakeNode start, Runnable body) {
        open.add(start);
        FakeNode end = new FakeNode();
        end.blockStart = start;
        try {
            body.run();
        } catch (Thrown thrown) {
            end.error = thrown.getCause();
            throw thrown;
        } finally {
            open.remove(open.size() - 1);
            after(end);
        }
    }

    private FakeNode after(FakeNode node) {
        node.parents = List.of(last);
        last = add(node);
        return node;
    }

    private FakeNode add(FakeNode node) {
        node.id = Integer.toString(nodes.size() + 1);
        nodes.add(node);
        for (int index = open.size() - 1; index >= 0; index--) {
            node.enclosing.add(open.get(index));
        }
        return node;
    }

    /** A node with what a test sets. */
    static final class FakeNode implements GraphNode {
        private final List<GraphNode> enclosing = new ArrayList<>();
        private String id;
        private List<GraphNode> parents = List.of();
        private FakeNode blockStart;
        private Throwable error;
        private Warning warning;
        private boolean body;
        private String stage;
        private String branch;
        private String agent;
        private boolean markedFailed;
        private Outcome outcomeOfCaughtErrors;
        private boolean sparesBuild;
        private boolean publishesTests;
        private boolean masks;
        private List<String> log = List.of();

        /** Lets the step fail. */
        void failing(Throwable newError) {
            error = newError;
            throw new Thrown(newError);
        }

        FakeNode publishingTests() {
            publishesTests = true;
            return this;
        }

        /** Lets the step set no result of the build, whatever it notes. */
        FakeNode sparingBuild() {
            sparesBuild = true;
            return this;
        }

        FakeNode masking() {
            masks = true;
            return this;
        }

        @Override
        public boolean mayMask() {
            return masks;
        }

        FakeNode logging(String... lines) {
            log = List.of(lines);
            return this;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public List<GraphNode> parents() {
            return parents;
        }

        @Override
        public GraphNode blockStart() {
            return blockStart;
        }

        @Override
        public Throwable error() {
            return error;
        }

        @Override
        public Warning warning() {
            return warning;
        }

        @Override
        public Stream<GraphNode> enclosingBlocks() {
            return enclosing.stream();
        }

        @Override
        public boolean isBody() {
            return body;
        }

        @Override
        public String stage() {
            return stage;
        }

        @Override
        public String branch() {
            return branch;
        }

        @Override
        public boolean isMarkedFailed() {
            return markedFailed;
        }

        @Override
        public Outcome outcomeOfCaughtErrors() {
            return outcomeOfCaughtErrors;
        }

        @Override
        public boolean sparesBuild() {
            return sparesBuild;
        }

        @Override
        public boolean publishesTests() {
            return publishesTests;
        }

        @Override
        public String agent() {
            return agent;
        }

        @Override
        public List<String> log(Supplier<OptionalInt> nodesSince) {
            return log;
        }
    }
}
