package io.jenkins.plugins.slacknotify.trigger.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryJobsTest {
    @TempDir
    Path home;

    private Set<String> afterRestart() {
        return new LibraryJobs(home).names();
    }

    @Test
    void shouldKnowItsJobsAfterARestart() {
        LibraryJobs jobs = new LibraryJobs(home);
        jobs.note("shop/app", true, job -> true);
        jobs.note("a job", true, job -> true);
        assertThat(afterRestart()).containsExactly("a job", "shop/app");

        new LibraryJobs(home).note("shop/app", false, job -> true);

        assertThat(afterRestart()).containsExactly("a job");
    }

    @Test
    void shouldWriteNothingWhereNothingHasChanged() {
        LibraryJobs jobs = new LibraryJobs(home.resolve("made when it is needed"));
        jobs.note("app", false, job -> true);

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void shouldForgetJobsThatAreGone() {
        LibraryJobs jobs = new LibraryJobs(home);
        jobs.note("old name", true, job -> true);
        jobs.note("new name", true, job -> !job.equals("old name"));

        assertThat(jobs.names()).containsExactly("new name");
        assertThat(afterRestart()).containsExactly("new name");
    }

    @Test
    void shouldBeginAnewWhereTheFileIsDamaged() throws Exception {
        new LibraryJobs(home).note("app", true, job -> true);
        Files.writeString(home.resolve("library-jobs.json"), "{}");

        assertThat(afterRestart()).isEmpty();
        assertThat(home.resolve("library-jobs.json.unreadable")).exists();
    }
}
