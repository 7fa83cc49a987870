package io.jenkins.plugins.slacknotify.interaction.build;

import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds a job by what a person types: its full name, the end of it, its name for people, or the name of a project for its main
 * branch. Case matters only where it decides between two. Branches are known by their own names, with slashes. Where nothing is called
 * so to the letter, {@link TypedName} says what Slack or a keyboard may have made of a name.
 *
 * <p>Everything is looked for among the jobs that the account may read, so a job that it may not read is not found, and not
 * proposed either.
 */
public final class JobFinder {
    private static final int MAX_LIKELY = 3;

    /** A name in the forms in which people write it. */
    private record Name(JobReference job, String path, String display) {
        static Name of(JobReference job) {
            return new Name(
                    job, BranchNames.readable(job.fullName()), job.displayName().replace(" » ", "/"));
        }

        /** What Jenkins calls the job, which nobody but its folder decides. */
        Stream<String> own() {
            return Stream.of(path, job.fullName());
        }

        /** All that it is called, also for people: whoever configures a job writes that as they like. */
        Stream<String> all() {
            return Stream.concat(own(), Stream.of(display));
        }

        int digits() {
            return Math.max(JobFinder.digits(path), JobFinder.digits(display));
        }

        String last() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private final BuildControl control;

    public JobFinder(BuildControl control) {
        this.control = control;
    }

    /** Looks for a job, as an account sees them. */
    public JobSearchResult find(String account, String typed) {
        String wanted = strip(typed);
        Optional<JobReference> exact = wanted.isEmpty() ? Optional.empty() : control.job(account, wanted);
        if (exact.isPresent()) {
            return new JobSearchResult.Found(exact.get());
        }
        List<Name> names = control.jobs(account).stream().map(Name::of).toList();
        Set<String> folders = new LinkedHashSet<>();
        names.forEach(name -> folders.addAll(foldersOf(name.job().fullName())));
        String readable = BranchNames.readable(wanted);
        List<Predicate<String>> rules = rules(readable);
        Optional<List<Name>> any = first(rules, rule -> called(account, names, Name::all, folders, rule));
        // A name for people never hides a job or project that has that name in Jenkins: whoever asks chooses.
        Optional<List<Name>> own = first(rules, rule -> called(account, names, Name::own, folders, rule))
                .or(() -> first(rules, rule -> inside(names, folders, rule)));
        List<Name> found = Stream.of(any, own)
                .flatMap(Optional::stream)
                .flatMap(fits -> fits.stream()
                        .sorted(Comparator.comparing((Name name) -> name.path().length())
                                .thenComparing(Name::path)))
                .distinct()
                .toList();
        if (found.isEmpty()) {
            return new JobSearchResult.NotFound(likely(names, readable));
        }
        return any.isPresent() ? result(found) : several(found);
    }

    /** Returns all that the strictest rule finds that finds any. */
    private static Optional<List<Name>> first(
            List<Predicate<String>> rules, Function<Predicate<String>, Stream<Name>> found) {
        return rules.stream()
                .map(rule -> found.apply(rule).distinct().toList())
                .filter(names -> !names.isEmpty())
                .findFirst();
    }

    /** The rules by which a name is the one that was typed, the strictest first. */
    private static List<Predicate<String>> rules(String wanted) {
        String small = wanted.toLowerCase(Locale.ROOT);
        if (small.isEmpty()) {
            return List.of();
        }
        return List.of(
                wanted::equals,
                name -> name.equalsIgnoreCase(wanted),
                name -> name.endsWith("/" + wanted),
                name -> name.toLowerCase(Locale.ROOT).endsWith("/" + small),
                new TypedName(wanted)::isMeant);
    }

    private static JobSearchResult result(List<Name> found) {
        return found.size() == 1 ? new JobSearchResult.Found(found.get(0).job()) : several(found);
    }

    private static JobSearchResult several(List<Name> found) {
        return new JobSearchResult.Several(found.stream().map(Name::job).toList());
    }

    /** Returns the jobs of a name, by these of their names, and of each project of it its main branch. */
    private Stream<Name> called(
            String account,
            List<Name> names,
            Function<Name, Stream<String>> forms,
            Collection<String> folders,
            Predicate<String> rule) {
        return Stream.concat(
                names.stream().filter(name -> forms.apply(name).anyMatch(rule)),
                folders.stream()
                        .filter(folder -> rule.test(BranchNames.readable(folder)))
                        .flatMap(folder -> control.primaryBranch(account, folder).stream())
                        .map(Name::of));
    }

    /** Returns the jobs in the folders of a name. None of them is meant yet, not even a single one: others may not be read. */
    private static Stream<Name> inside(List<Name> names, Collection<String> folders, Predicate<String> rule) {
        return folders.stream()
                .filter(folder -> rule.test(BranchNames.readable(folder)))
                .flatMap(folder ->
                        names.stream().filter(name -> name.job().fullName().startsWith(folder + "/")));
    }

    private static List<String> foldersOf(String fullName) {
        List<String> folders = new ArrayList<>();
        for (int slash = fullName.indexOf('/'); slash > 0; slash = fullName.indexOf('/', slash + 1)) {
            folders.add(fullName.substring(0, slash));
        }
        return folders;
    }

    /**
     * Finds names that differ by a slip of the finger, and names that contain what was typed. None has fewer digits than were typed: those
     * may say which build is meant, and a command without them would be about another one.
     */
    private static List<JobReference> likely(List<Name> names, String wanted) {
        String small = wanted.toLowerCase(Locale.ROOT);
        if (small.isEmpty()) {
            return List.of();
        }
        record Near(Name name, int distance) {}
        return names.stream()
                .filter(name -> name.digits() >= digits(small))
                .map(name -> new Near(name, distance(name, small)))
                .filter(near -> near.distance() <= Math.max(1, small.length() / 4))
                .sorted(Comparator.comparingInt(Near::distance)
                        .thenComparing(near -> near.name().path()))
                .limit(MAX_LIKELY)
                .map(near -> near.name().job())
                .toList();
    }

    private static int digits(String text) {
        return (int) text.codePoints().filter(Character::isDigit).count();
    }

    private static int distance(Name name, String small) {
        if (small.length() > 2
                && name.all().anyMatch(form -> form.toLowerCase(Locale.ROOT).contains(small))) {
            return 0;
        }
        String path = name.path().toLowerCase(Locale.ROOT);
        return Math.min(
                EditDistance.of(small, path), EditDistance.of(small, name.last().toLowerCase(Locale.ROOT)));
    }

    private static String strip(String typed) {
        String name = typed.strip().replace(" » ", "/");
        while (name.startsWith("/")) {
            name = name.substring(1);
        }
        while (name.endsWith("/")) {
            name = name.substring(0, name.length() - 1);
        }
        return name;
    }
}
