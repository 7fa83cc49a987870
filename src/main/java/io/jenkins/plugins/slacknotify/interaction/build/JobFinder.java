package io.jenkins.plugins.slacknotify.interaction.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds a job by what a person types: its full name, the end of it, its name for people, or the name of a project for its main
 * branch. Case matters only where it decides between two. Branches are known by their own names, with slashes. Where nothing is called
 * so to the letter, {@link TypedName} says what Slack or a keyboard may have made of a name.
 *
 * <p>Everything is looked for among the jobs that the account may read, so a job that it may not read is not found, and not
 * proposed either. It serves one command, which may ask about many parts of a sentence: all jobs are read once, when the first of these is no
 * full name. Not safe for use by several threads.
 */
public final class JobFinder {
    private static final int MAX_LIKELY = 3;

    /** What stands between the names of folders, each with blanks around it. */
    private static final Pattern BETWEEN_PARTS = Pattern.compile(" [»›>/] ");

    /** A name in the forms in which people write it. */
    private record Name(JobReference job, String path, String display) {
        static Name of(JobReference job) {
            return new Name(job, BranchNames.readable(job.fullName()), withSlashes(job.displayName()));
        }

        /** Returns the names that Jenkins itself gives the job. */
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
    }

    /** All jobs that the account may read, and what they are in. */
    private record Jobs(List<Name> names, Map<String, JobReference> byFullName, Set<String> folders) {
        static Jobs of(List<JobReference> jobs) {
            Map<String, JobReference> byFullName = new LinkedHashMap<>();
            jobs.forEach(job -> byFullName.put(job.fullName(), job));
            Set<String> folders = new LinkedHashSet<>();
            jobs.forEach(job -> folders.addAll(foldersOf(job.fullName())));
            return new Jobs(jobs.stream().map(Name::of).toList(), byFullName, folders);
        }
    }

    private final BuildControl control;
    private final String account;
    private final Map<String, JobSearchResult> found = new HashMap<>();
    private final Map<String, Optional<JobReference>> exact = new HashMap<>();
    private final Map<String, Optional<JobReference>> primaryBranches = new HashMap<>();
    private final Map<String, String> plainNames = new HashMap<>();

    @CheckForNull
    private Jobs jobs;

    /** Creates a finder for one command of an account. */
    public JobFinder(BuildControl control, String account) {
        this.control = control;
        this.account = account;
    }

    /** Returns all jobs that the account may read, as of the first time that this finder has needed them. */
    public Collection<JobReference> jobs() {
        return all().byFullName().values();
    }

    /**
     * Returns the full name of the job to which an address of this Jenkins leads, or a part of one, whether or not the job is still there; empty
     * for what is no address.
     */
    public Optional<String> nameAt(String typed) {
        return control.rootUrl()
                .flatMap(root -> BuildAddress.readWholeOrPart(typed, root))
                .map(this::nameAt);
    }

    /** Returns the full name of the job to which an address leads, see {@link BuildAddress#job(Predicate)}. */
    public String nameAt(BuildAddress address) {
        return address.job(name -> job(name).isPresent());
    }

    public Optional<JobReference> job(String fullName) {
        Jobs all = jobs;
        // A part of a job, such as a cell of a matrix, is none of all jobs.
        if (all == null || foldersOf(fullName).stream().anyMatch(all.byFullName()::containsKey)) {
            return exact.computeIfAbsent(fullName, name -> control.job(account, name));
        }
        return Optional.ofNullable(all.byFullName().get(fullName));
    }

    /** Returns which of some texts are full names of jobs, in one question to the security realm, and without a list of all jobs. */
    public Set<String> fullNames(Collection<String> typed) {
        List<String> unknown = typed.stream()
                .map(JobFinder::strip)
                .filter(name -> !name.isEmpty() && !exact.containsKey(name))
                .distinct()
                .toList();
        Map<String, JobReference> there = unknown.isEmpty() ? Map.of() : control.jobs(account, unknown);
        unknown.forEach(name -> exact.put(name, Optional.ofNullable(there.get(name))));
        return typed.stream()
                .filter(name ->
                        exact.getOrDefault(strip(name), Optional.empty()).isPresent())
                .collect(Collectors.toSet());
    }

    private Jobs all() {
        Jobs all = jobs;
        if (all == null) {
            all = Jobs.of(control.jobs(account));
            jobs = all;
        }
        return all;
    }

    /** Whether this is the name of one job, or of several. */
    public boolean isKnown(String typed) {
        return !(found(typed) instanceof JobSearchResult.NotFound);
    }

    /** Finds a job, or else the jobs with similar names. */
    public JobSearchResult find(String typed) {
        JobSearchResult result = found(typed);
        return result instanceof JobSearchResult.NotFound
                ? new JobSearchResult.NotFound(likely(BranchNames.readable(strip(typed))))
                : result;
    }

    /** Returns the full name of the project for whose main branch a name stands; empty for a name that is one of a job. */
    public Optional<String> project(String typed) {
        List<Predicate<String>> rules = rules(BranchNames.readable(strip(typed)));
        Predicate<String> isMeant = name -> rules.stream().anyMatch(rule -> rule.test(name));
        return Optional.of(found(typed))
                .filter(JobSearchResult.Found.class::isInstance)
                .map(result -> ((JobSearchResult.Found) result).job())
                .filter(job -> Name.of(job).all().noneMatch(isMeant))
                .flatMap(job -> folders(isMeant)
                        .filter(folder ->
                                primaryBranch(folder).filter(job::equals).isPresent())
                        .findFirst());
    }

    private JobSearchResult found(String typed) {
        return found.computeIfAbsent(strip(typed), this::search);
    }

    /** Finds a job, and looks for no similar names. */
    private JobSearchResult search(String wanted) {
        Optional<JobReference> named = wanted.isEmpty() ? Optional.empty() : job(wanted);
        if (named.isPresent()) {
            return new JobSearchResult.Found(named.get());
        }
        List<Predicate<String>> rules = rules(BranchNames.readable(wanted));
        Optional<List<Name>> any = first(rules, rule -> called(Name::all, rule));
        // A name for people never hides a job or project that has that name in Jenkins: whoever asks chooses.
        Optional<List<Name>> own = any.flatMap(unused -> first(rules, rule -> called(Name::own, rule)))
                .or(() -> first(rules, this::inside));
        List<Name> fitting = Stream.of(any, own)
                .flatMap(Optional::stream)
                .flatMap(fits -> fits.stream()
                        .sorted(Comparator.comparing((Name name) -> name.path().length())
                                .thenComparing(Name::path)))
                .distinct()
                .toList();
        if (fitting.isEmpty()) {
            return new JobSearchResult.NotFound(List.of());
        }
        return any.isPresent() ? result(fitting) : several(fitting);
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
    private List<Predicate<String>> rules(String wanted) {
        String small = wanted.toLowerCase(Locale.ROOT);
        if (small.isEmpty()) {
            return List.of();
        }
        TypedName typed = new TypedName(wanted);
        return List.of(
                wanted::equals,
                name -> name.equalsIgnoreCase(wanted),
                name -> name.endsWith("/" + wanted),
                name -> name.toLowerCase(Locale.ROOT).endsWith("/" + small),
                name -> typed.isMeant(plainNames.computeIfAbsent(name, TypedName::plain)));
    }

    private static JobSearchResult result(List<Name> found) {
        return found.size() == 1 ? new JobSearchResult.Found(found.get(0).job()) : several(found);
    }

    private static JobSearchResult several(List<Name> found) {
        return new JobSearchResult.Several(found.stream().map(Name::job).toList());
    }

    /** Returns the jobs of a name, by these of their names, and of each project of it its main branch. */
    private Stream<Name> called(Function<Name, Stream<String>> forms, Predicate<String> rule) {
        return Stream.concat(
                all().names().stream().filter(name -> forms.apply(name).anyMatch(rule)),
                folders(rule).flatMap(folder -> primaryBranch(folder).stream()).map(Name::of));
    }

    private Optional<JobReference> primaryBranch(String project) {
        return primaryBranches.computeIfAbsent(project, name -> control.primaryBranch(account, name));
    }

    /** Returns the jobs in the folders of a name. None of them is meant yet, not even a single one: others may not be read. */
    private Stream<Name> inside(Predicate<String> rule) {
        return folders(rule)
                .flatMap(folder -> all().names().stream()
                        .filter(name -> name.job().fullName().startsWith(folder + "/")));
    }

    private Stream<String> folders(Predicate<String> rule) {
        return all().folders().stream().filter(folder -> rule.test(BranchNames.readable(folder)));
    }

    private static List<String> foldersOf(String fullName) {
        List<String> folders = new ArrayList<>();
        for (int slash = fullName.indexOf('/'); slash > 0; slash = fullName.indexOf('/', slash + 1)) {
            folders.add(fullName.substring(0, slash));
        }
        return folders;
    }

    /**
     * Finds names that differ by a slip of the finger, also those of projects for their main branches, and names that contain what was typed. None
     * has fewer digits than were typed: those may say which build is meant, and a command without them would be about another one.
     */
    private List<JobReference> likely(String wanted) {
        String small = wanted.toLowerCase(Locale.ROOT);
        if (small.isEmpty()) {
            return List.of();
        }
        record Near(Name name, int distance) {}
        int atMost = Math.max(1, small.length() / 4);
        Stream<Near> jobs = all().names().stream().map(name -> new Near(name, distance(name, small)));
        Stream<Near> projects = all().folders().stream()
                .map(folder -> Map.entry(folder, slips(BranchNames.readable(folder), small)))
                .filter(folder -> folder.getValue() <= atMost)
                .flatMap(folder ->
                        primaryBranch(folder.getKey())
                                .map(branch -> new Near(Name.of(branch), folder.getValue()))
                                .stream());
        return Stream.concat(jobs, projects)
                .filter(near -> near.name().digits() >= digits(small))
                .filter(near -> near.distance() <= atMost)
                .sorted(Comparator.comparingInt(Near::distance)
                        .thenComparing(near -> near.name().path()))
                .map(near -> near.name().job())
                .distinct()
                .limit(MAX_LIKELY)
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
        return slips(name.path(), small);
    }

    /** Returns how many slips of the finger make a name, or the end of it, of what was typed. */
    private static int slips(String path, String small) {
        String name = path.toLowerCase(Locale.ROOT);
        return Math.min(
                EditDistance.of(small, name), EditDistance.of(small, name.substring(name.lastIndexOf('/') + 1)));
    }

    /** Returns a name with slashes between its parts, whatever Jenkins, its pages and people write there. */
    private static String withSlashes(String name) {
        return BETWEEN_PARTS.matcher(name).replaceAll("/");
    }

    private static String strip(String typed) {
        String name = withSlashes(typed.strip());
        while (name.startsWith("/")) {
            name = name.substring(1);
        }
        while (name.endsWith("/")) {
            name = name.substring(0, name.length() - 1);
        }
        return name;
    }
}
