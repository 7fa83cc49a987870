package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.text.Sha256;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMaskReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.flow.StepListener;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Reads how the logs of pipelines are masked, and remembers while a pipeline runs the filters that its steps had: when it has
 * ended with the error of a step, the block around that step, with its filters, is gone.
 *
 * <p>The filters hold the secrets that they mask, in memory, as they do anyway while the block runs. When the build is over, they
 * are forgotten, and only the texts stay that were masked by them; of any other text it is then known only whether the pipeline had
 * a block that may mask at all ({@link MaskingBlocks}). The same holds for a pipeline that goes on after a restart of Jenkins, and
 * for one with more filters than are kept.
 */
@Extension(optional = true)
public final class PipelineLogMasks implements StepListener, LogMaskReader {
    private static final Logger LOGGER = Logger.getLogger(PipelineLogMasks.class.getName());

    /** The number of filters that are kept of a build: a loop can make as many blocks as it likes. */
    static final int KEPT = 200;

    /** The number of masked texts that are kept, of all builds: a failed one has a few. */
    private static final int TEXTS_KEPT = 2_000;

    private static final int MAX_TEXT_KEPT = 2_000;

    /** The filters that were seen, by the running build. */
    private final Map<BuildKey, SeenFilters> seen = new ConcurrentHashMap<>();

    private final LruCache<TextKey, String> masked = new LruCache<>(TEXTS_KEPT);

    /** Whether pipelines that are over had a block that may mask, by build. */
    private final LruCache<BuildKey, Boolean> hadBlocks = new LruCache<>(TEXTS_KEPT);

    /**
     * A text about a build as it was before it was masked.
     *
     * @param digest of the text, which may hold a secret
     */
    private record TextKey(BuildKey build, String digest) {}

    /** The filters that steps of a build had: each once, the latest last. */
    private static final class SeenFilters {
        private final Deque<Object> parts = new ArrayDeque<>();
        private final Deque<TaskListenerDecorator> filters = new ArrayDeque<>();
        private boolean complete;

        SeenFilters(boolean complete) {
            this.complete = complete;
        }

        synchronized boolean addPart(@CheckForNull Object part) {
            if (part == null || parts.stream().anyMatch(known -> known == part)) {
                return false;
            }
            parts.add(part);
            if (parts.size() > 2 * KEPT) {
                parts.remove();
            }
            return true;
        }

        synchronized void add(TaskListenerDecorator filter) {
            filters.add(filter);
            if (filters.size() > KEPT) {
                filters.remove();
                complete = false;
            }
        }

        synchronized List<TaskListenerDecorator> filters() {
            return List.copyOf(filters);
        }

        /** Whether these are all since the build began. */
        synchronized boolean isComplete() {
            return complete;
        }
    }

    @Override
    public void begin(Run<?, ?> run) {
        if (owner(run).isPresent()) {
            seen.put(keyOf(run), new SeenFilters(true));
        }
    }

    /** Called on the pipeline's own thread, before each step. */
    @Override
    public void notifyOfNewStep(Step step, StepContext context) {
        try {
            ConsoleLogFilter filter = context.get(ConsoleLogFilter.class);
            TaskListenerDecorator decorator = context.get(TaskListenerDecorator.class);
            Run<?, ?> run = filter == null && decorator == null ? null : context.get(Run.class);
            if (run != null) {
                SeenFilters ofBuild = seen.computeIfAbsent(keyOf(run), id -> new SeenFilters(false));
                // All steps of a block have the same two objects.
                boolean isNewFilter = ofBuild.addPart(filter);
                boolean isNewDecorator = ofBuild.addPart(decorator);
                if (isNewFilter || isNewDecorator) {
                    merged(filter, decorator).ifPresent(ofBuild::add);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, e, () -> "No log filters of " + step);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<TaskListenerDecorator> merged(
            @CheckForNull ConsoleLogFilter filter, @CheckForNull TaskListenerDecorator decorator) {
        return Optional.ofNullable(
                TaskListenerDecorator.merge(TaskListenerDecorator.fromConsoleLogFilter(filter), decorator));
    }

    @Override
    public Optional<LogMask> read(StepContext step) {
        try {
            Run<?, ?> run = step.get(Run.class);
            Optional<TaskListenerDecorator> ofBlocks =
                    merged(step.get(ConsoleLogFilter.class), step.get(TaskListenerDecorator.class));
            return owner(run).map(owner -> mask(owner, ofBlocks.orElse(null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(LogMask.UNKNOWN);
        }
    }

    @Override
    public Optional<LogMask> read(Run<?, ?> run) {
        return owner(run).map(owner -> LogMask.ofTexts(text -> quote(run, owner, text)));
    }

    private Optional<String> quote(Run<?, ?> run, FlowExecutionOwner owner, String text) {
        TextKey key = new TextKey(keyOf(run), Sha256.hex(text));
        SeenFilters ofBuild = seen.get(keyOf(run));
        if (ofBuild != null && ofBuild.isComplete()) {
            String quoted = mask(owner, ofBuild).mask(text);
            if (quoted.length() <= MAX_TEXT_KEPT) {
                masked.put(key, quoted);
            }
            return Optional.of(quoted);
        }
        return masked.get(key)
                .or(() -> mayHaveMasked(run, owner)
                        ? Optional.empty()
                        : Optional.of(mask(owner, ofBuild).mask(text)));
    }

    private boolean mayHaveMasked(Run<?, ?> run, FlowExecutionOwner owner) {
        if (run.isBuilding()) {
            return hasMaskingBlock(owner.getOrNull());
        }
        return hadBlocks.get(keyOf(run)).orElseGet(() -> {
            boolean found = hasMaskingBlock(stored(owner));
            hadBlocks.put(keyOf(run), found);
            return found;
        });
    }

    /** @param execution null where it cannot be read, and thus may have had such a block */
    private static boolean hasMaskingBlock(@CheckForNull FlowExecution execution) {
        return execution == null
                || execution.getCurrentHeads().isEmpty()
                || MaskingBlocks.mayBeBefore(execution.getCurrentHeads().stream()
                        .map(FlowGraphNode::new)
                        .toList());
    }

    /** Reads the graph of a pipeline that is over. */
    @CheckForNull
    private static FlowExecution stored(FlowExecutionOwner owner) {
        try {
            return owner.get();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "No graph of " + owner);
            return null;
        }
    }

    @Override
    public Optional<LogMask> readStoredLog(Run<?, ?> run) {
        return owner(run).map(owner -> mask(owner, seen.get(keyOf(run))));
    }

    @Override
    public void end(Run<?, ?> run) {
        seen.remove(keyOf(run));
    }

    /** Names a build while its job is renamed, too, and apart from the one of the same number of a job that was made anew. */
    private static BuildKey keyOf(Run<?, ?> run) {
        return EngineLifecycle.get().engine().jobs().original(BuildKeys.of(run));
    }

    private static Optional<FlowExecutionOwner> owner(@CheckForNull Run<?, ?> run) {
        return run instanceof FlowExecutionOwner.Executable pipeline
                ? Optional.ofNullable(pipeline.asFlowExecutionOwner())
                : Optional.empty();
    }

    /** @param ofBuild null where no filter of a block is known; those for all builds count all the same */
    private static LogMask mask(FlowExecutionOwner owner, @CheckForNull SeenFilters ofBuild) {
        List<TaskListenerDecorator> filters = ofBuild == null ? List.of() : ofBuild.filters();
        return filters.isEmpty()
                ? mask(owner, (TaskListenerDecorator) null)
                : filters.stream().map(filter -> mask(owner, filter)).reduce(LogMask.NONE, LogMask::then);
    }

    /** The way that Jenkins makes the log of a step (DefaultStepContext). */
    private static LogMask mask(FlowExecutionOwner owner, @CheckForNull TaskListenerDecorator ofBlocks) {
        return new LogMask((LogMask.Filter)
                log -> TaskListenerDecorator.apply(new StreamTaskListener(log, StandardCharsets.UTF_8), owner, ofBlocks)
                        .getLogger());
    }
}
