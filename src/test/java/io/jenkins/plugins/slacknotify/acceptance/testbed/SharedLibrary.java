package io.jenkins.plugins.slacknotify.acceptance.testbed;

import java.util.Map;
import java.util.TreeMap;

/** A shared library of pipelines, in a Git repository, which the administrator trusts. */
public final class SharedLibrary {
    private SharedLibrary() {}

    /**
     * Makes the only library of a Jenkins.
     *
     * @param name the name in {@code @Library('name')}
     * @param variables the scripts of its global variables, by their names
     */
    public static void define(TestBed bed, String name, Map<String, String> variables) {
        var repository = GitRepository.create();
        new TreeMap<>(variables)
                .forEach((variable, script) -> repository.commit(
                        "Ada <ada@example.org>", "Add " + variable, "vars/" + variable + ".groovy", script));
        bed.admin().script("""
            import org.jenkinsci.plugins.workflow.libs.*
            hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true
            def source = new jenkins.plugins.git.GitSCMSource('%s')
            source.traits = [new jenkins.plugins.git.traits.BranchDiscoveryTrait()]
            def library = new LibraryConfiguration('%s', new SCMSourceRetriever(source))
            library.defaultVersion = 'main'
            GlobalLibraries.get().libraries = [library]
            """.formatted(repository.url(), name));
    }
}
