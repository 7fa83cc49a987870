package io.jenkins.plugins.slacknotify.trigger.commits;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.AbstractBuild;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.SCMListener;
import hudson.scm.ChangeLogSet;
import hudson.scm.SCM;
import hudson.scm.SCMRevisionState;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.xml.sax.SAXException;

/** Notes, with a pipeline, which of its change logs are those of libraries, and which repositories it checks out itself. */
@Extension
public final class LibraryCheckoutListener extends SCMListener {
    @Override
    public void onCheckout(
            Run<?, ?> run,
            SCM scm,
            FilePath workspace,
            TaskListener console,
            @CheckForNull File changelogFile,
            @CheckForNull SCMRevisionState pollingBaseline) {
        BestEffort.read("change log of a library of ", run, () -> {
            if (!LibraryCheckout.isIn(workspace)) {
                noteOwn(run, scm);
            } else if (changelogFile != null && changelogFile.length() > 0) {
                LibraryChangeLogs.add(run, scm, parse(run, scm, changelogFile));
            }
            return true;
        });
    }

    /** Notes a checkout of the job itself, for a pipeline only: other builds have no libraries. */
    private static void noteOwn(Run<?, ?> run, SCM scm) {
        if (!(run instanceof AbstractBuild)) {
            LibraryChangeLogs.addOwn(run, scm);
        }
    }

    /** Parses the change log in the way in which {@code WorkflowRun} does. */
    private static ChangeLogSet<?> parse(Run<?, ?> run, SCM scm, File changelogFile) {
        try {
            return scm.createChangeLogParser().parse(run, scm.getEffectiveBrowser(), changelogFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
