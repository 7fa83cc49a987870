package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import hudson.util.StreamTaskListener;
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
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.flow.StepListener;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Reads how the logs of pipelines are masked, and remembers while a pipeline runs the filters that its steps had: when it has
 * ended with the error of a step, the block around that step, with its filters, is gone.
 *
 * <p>The filters hold the secrets that they mask, in memory, as they do anyway while the block runs.
 */
@Extension(optional = true)
public final class PipelineLogMasks implements StepListener, LogMaskReader {
    private static final Logger LOGGER = Logger.getLogger(PipelineLogMasks.class.getName());

    /** The number of filters that are kept of a build: a loop can make as many blocks as it likes. */
    private static final int KEPT = 200;

    /** By the ids of the builds. */
    private final Map<String, SeenFilters> seen = new ConcurrentHashMap<>();

    /** The filters that steps of a build had: each once, the latest last. */
    private static final class SeenFilters {
        private final Deque<Object> parts = new ArrayDeque<>();
        private final Deque<TaskListenerDecorator> filters = new ArrayDeque<>();

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
            }
        }

        synchronized List<TaskListenerDecorator> filters() {
            return List.copyOf(filters);
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
                SeenFilters ofBuild = seen.computeIfAbsent(run.getExternalizableId(), id -> new SeenFilters());
                // Both are the same objects for all steps of a block.
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
            return Optional.empty();
        }
    }

    @Override
    public Optional<LogMask> read(Run<?, ?> run) {
        SeenFilters ofBuild = seen.get(run.getExternalizableId());
        List<TaskListenerDecorator> filters = ofBuild == null ? List.of() : ofBuild.filters();
        return owner(run)
                .map(owner ->
                        filters.stream().map(filter -> mask(owner, filter)).reduce(LogMask.NONE, LogMask::then));
    }

    @Override
    public void forget(Run<?, ?> run) {
        seen.remove(run.getExternalizableId());
    }

    private static Optional<FlowExecutionOwner> owner(@CheckForNull Run<?, ?> run) {
        return run instanceof FlowExecutionOwner.Executable pipeline
                ? Optional.ofNullable(pipeline.asFlowExecutionOwner())
                : Optional.empty();
    }

    /** The way that Jenkins makes the log of a step (DefaultStepContext). */
    private static LogMask mask(FlowExecutionOwner owner, @CheckForNull TaskListenerDecorator ofBlocks) {
        return new LogMask(
                log -> TaskListenerDecorator.apply(new StreamTaskListener(log, StandardCharsets.UTF_8), owner, ofBlocks)
                        .getLogger());
    }
}
