package io.jenkins.plugins.slacknotify.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the plugin, read once for all tests of a virtual machine, as that takes seconds. */
public final class PluginClasses {
    public static final JavaClasses ALL = read(
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS),
            "io.jenkins.plugins.slacknotify");

    private PluginClasses() {}

    /** Reads a package for tests that ask for names only, so that nothing has to be known of the classes of libraries. */
    static JavaClasses read(ClassFileImporter importer, String name) {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        try {
            return importer.importPackages(name);
        } finally {
            ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(true); // as others expect
        }
    }
}
