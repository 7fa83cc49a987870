package io.jenkins.plugins.slacknotify.event.diagnosis;

import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.DECISIVE;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.ERROR;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.EXACT;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.GENERAL;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.SPECIFIC;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.deepest;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.next;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.of;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.previous;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules by which common tools are understood, in the forms that their documentation and their logs show.
 *
 * <p>To add a tool: a log in its form in {@code logs.txt} of the tests, with the line that a person would look for, and a rule
 * here. Each pattern works on lines of limited length, and has no nested repetition, so that no log makes it slow. After it stand
 * the {@linkplain CauseRule#literals() texts} of which each line with it has one, so that it is tried on few lines.
 */
final class CauseRules {
    /** Lines that look like a reason and are none. */
    static final Pattern NO_REASON = Pattern.compile(
            "(?i)^(note|help|hint): |^no (credentials specified|suitable checks publisher)|(?<!\\.xml:\\d{1,5}: )\\bwarn(ing)?\\b(?!\\] code style issues|,? treated as error|: Failed to find package )|\\b(attempt|try) #?\\d|^waiting (for|on)\\b|script returned exit code|marked build as failure|^finished: |^\\+ |\\b(0|no) (errors?|failures?|failed)\\b"
                    + "|error(s)?\\.log|errors? ignored|^none of these files exist|\\(ignored\\)|ignoring|--fail|\\bretrying (in|\\()|\\bretry \\d|, retrying|will (be )?retr|continuing"
                    + "|^\\[INFO\\](?!.*\\*{3} FAILED)|^\\[Pipeline\\]|^(\\S+ )?(INFO|DEBUG|TRACE)\\b|^> (?:Task|Run with|Get more) |command failed( with exit code \\d+)?\\.?\\s*$|error handling|stacktrace dumped to|on-error|errorprone|error-prone"
                    + "|errors?: 0\\b|failures?: 0, errors?: 0|^(error: )?\\d+ [\\w()]+( \\w+)?, \\d+ .*\\bfailed$");

    /** The name of a file, which may begin with a drive of Windows, and the number of a line in it. */
    private static final String PLACE = "\\S(?::[\\\\/])?[^:]*\\.\\w{1,6}:\\d+(?::\\d+)?";

    /** The text of Log4j and Logback between the level and the words: an application's error need not be the build's. */
    private static final String LOGGER = "(?:\\[[^\\]]*\\] +)?[\\w$]+(?:\\.[\\w$]+)+ +[-:](?: |$)";

    static final List<CauseRule> ALL = List.of(
            // The machine
            of(
                    DECISIVE,
                    "(?i)no space left on device|\\bENOSPC\\b|disk quota exceeded|not enough space on the disk",
                    "no space left on device",
                    "ENOSPC",
                    "disk quota exceeded",
                    "not enough space on the disk"),
            of(
                    DECISIVE,
                    "java\\.lang\\.OutOfMemoryError|JavaScript heap out of memory|Out of memory: Kill|Cannot allocate memory|OOMKilled"
                            + "|virtual memory exhausted|There is insufficient memory for the Java Runtime"
                            + "|Killed signal terminated program|\\bsignal: (?:9, SIGKILL.*|killed)$|: line \\d+: +\\d+ Killed\\b",
                    "OutOfMemoryError",
                    "heap out of memory",
                    "Out of memory: Kill",
                    "Cannot allocate memory",
                    "OOMKilled",
                    "virtual memory exhausted",
                    "insufficient memory",
                    "Killed signal",
                    "signal: ",
                    " Killed"),
            of(
                    DECISIVE,
                    "^((?:Cancelling nested steps due to timeout|Build timed out \\(after).*)$",
                    "due to timeout",
                    "Build timed out"),
            of(
                    DECISIVE,
                    "^((?:Agent|Slave|Node) .*(?:was deleted|went offline|was removed|is offline).*)$"
                            + "|^(?:Caused: )?(?:[\\w.]+: )?(Backing channel '.+' is disconnected.*|Unexpected termination of the channel"
                            + "|Channel \".+\": .+ The channel is closing down or has closed down)$"
                            + "|(\\S+ is offline; cannot locate .+)$",
                    " was deleted",
                    "went offline",
                    "was removed",
                    "is offline",
                    "is disconnected",
                    "termination of the channel",
                    "closing down or has closed down"),
            // A library of a pipeline. Before this line, git says that it knows no such revision
            of(DECISIVE, "^ERROR: (No version .+ found for library .+)$", " found for library "),
            // A step of a pipeline whose script is gone, or was never there
            of(
                    DECISIVE,
                    "^(wrapper script does not seem to be touching the log file in .+|process apparently never started in .+"
                            + "|missing workspace .+ on .+)$",
                    "wrapper script does not seem",
                    "process apparently never started",
                    "missing workspace "),

            // Tests
            of(EXACT, "^\\[ERROR\\] {2,}([\\w$.]+(?:\\(.*?\\))?(?::\\d+|->\\S+| »)[^\\s]*.* .+)$", "[ERROR]  "),
            of(EXACT, "^FAILED (\\S+::\\S+ - .+)$", "FAILED "),
            of(ERROR, "^FAILED (\\S+::\\S+)$", "FAILED "),
            next(SPECIFIC, "^\\[ERROR\\] (?!Tests run: ).*<<< (FAILURE|ERROR)!", "<<< "),
            of(SPECIFIC, "^E {2,}(\\S.+)$", "E  "),
            next(EXACT, "^\\[info\\] .*\\*{3} FAILED \\*{3}", "*** FAILED ***"),
            next(EXACT, "^ *FAIL  \\S.* > .+$", "FAIL  "),
            of(
                    SPECIFIC,
                    "^\\s+(Assertion with .+ failed.*|Expected truthy, got .+|match \\(=\\) failed.*)$",
                    "Assertion with ",
                    "Expected truthy",
                    "match (=) failed"),
            next(SPECIFIC, "^\\s*\\d+\\) (?:Failure|Error):$", ") Failure:", ") Error:"),
            // testify, Swift Testing, Microsoft.Testing.Platform, Pester, testthat, Dart
            of(EXACT, "^\\s+Error: {2,}\\t(\\S.*)$", "Error:  "),
            of(EXACT, "^(Test .+ recorded an issue at .+)$", " recorded an issue at "),
            next(EXACT, "^failed \\S.* \\((?:\\d+m )?(?:\\d+s )?\\d+m?s\\)$", "failed "),
            next(EXACT, "^\\s*\\[-\\] .+ \\d+m?s(?: \\(.*)?$", "[-] "),
            next(SPECIFIC, "^\\s*── (?:Failure|Error) \\(.+\\): ", "── "),
            of(EXACT, "^[\\d:]+ \\+\\d+(?: ~\\d+)? -\\d+: (.+) \\[E\\]$", " [E]"),
            // nextest, Qt Test, Maestro, Pest
            of(
                    SPECIFIC,
                    "^\\s*(FAIL \\[ *[\\d.]+s\\] .+|FAIL!  : .+|\\[Failed\\] .+|FAILED  .+ > .+)$",
                    "FAIL [",
                    "FAIL!  : ",
                    "[Failed] ",
                    "FAILED  "),
            of(
                    SPECIFIC,
                    "(?i)^(?:fail |error: )?(.*\\bcoverage\\b.*(?:not met|not reached|less than|not meet).*)$",
                    "coverage"),
            next(EXACT, "^\\S+:\\d+: FAILED:$", ": FAILED:"),
            next(SPECIFIC, "^Fail(?:ed|ing) [Ss]cenarios:$", " scenarios:"),
            next(SPECIFIC, "^\\S.*\\(.+\\) .+ FAILED$", " FAILED"),
            of(SPECIFIC, "^#\\s+(Failed test .+)$", "Failed test "),
            of(EXACT, "^\\s+(\\w+_test\\.go:\\d+: .+)$", "_test.go:"),
            of(SPECIFIC, "^\\s*--- FAIL: (\\S+)", "--- FAIL: "),
            of(EXACT, "^((?:rspec|cucumber) \\S+:\\d+ # .+)$", "rspec ", "cucumber "),
            next(EXACT, "^ *thread '.+' (?:\\(\\d+\\) )?panicked at \\S+:\\d+:\\d+:$", "panicked at "),
            of(EXACT, "^thread '.+' panicked at .+[^:]$", "panicked at "),
            of(EXACT, "^ *(?:Fail {2,})?(Failed asserting that .+)$", "Failed asserting that "),
            of(EXACT, "^\\s*● (.+ › .+)$", "● "),
            next(SPECIFIC, "^\\s*● (?!.* › )\\S.*$", "● "),
            next(SPECIFIC, "^\\S+ > .+ FAILED$", " FAILED"),
            next(SPECIFIC, "^\\s*Error Message:$", "Error Message:"),
            of(SPECIFIC, "^\\s*((?:[\\w$]+\\.)*Assertion(?: Failed|\\w*)(?: \\[\\w+\\])?: .+)$", "assertion"),
            of(SPECIFIC, "^not ok \\d+ (?:- )?(?!.*# (?:TODO|SKIP|todo|skip))(.+)$", "not ok "),
            of(
                    SPECIFIC,
                    "^\\s*\\d+ - (.+ \\((?:Failed|Timeout|SEGFAULT|Subprocess aborted)\\))",
                    "(Failed",
                    "(Timeout",
                    "(SEGFAULT",
                    "(Subprocess aborted"),
            of(EXACT, "^(.+:\\d+: Failure)$", ": Failure"),
            of(EXACT, "^(\\S+: \\S+:\\d+: .+: Assertion [`'].+' failed\\.)$", ": Assertion "),
            // Ginkgo, NUnit's console, Julia, Gatling
            of(EXACT, "^\\s*\\[FAIL\\] (\\S.* \\[\\w+\\].*)$", "[FAIL] "),
            of(EXACT, "^\\d+\\) (?:Failed|Error) : (\\S.+)$", ") Failed : ", ") Error : "),
            of(
                    EXACT,
                    "^(.+: (?:Test Failed|Error During Test) at \\S+:\\d+)$",
                    ": Test Failed at ",
                    ": Error During Test at "),
            of(EXACT, "^(.+ : false \\(actual : .+\\))$", " : false (actual : "),
            of(
                    EXACT,
                    "^==\\d+== ((?:Invalid (?:read|write|free)|Conditional jump|Use of uninitialised|Mismatched free"
                            + "|.* definitely lost ).*)$",
                    "== Invalid ",
                    "== Conditional jump",
                    "== Use of uninitialised",
                    "== Mismatched free",
                    " definitely lost "),
            of(EXACT, "^\\s+\\d+\\) (\\[\\w+\\] › .+?)[ ─]*$", ") ["),
            of(SPECIFIC, "^(\\S.*?)\\s+\\| FAIL \\|$", "| FAIL |"),

            // Compilers and linters
            of(
                    EXACT,
                    "^\\[ERROR\\] (\\S.*\\.(?:java|kt|scala|groovy):\\[?\\d+(?:,\\d+)?\\]?:? .+)$",
                    ".java:",
                    ".kt:",
                    ".scala:",
                    ".groovy:"),
            of(
                    EXACT,
                    "^ *(" + PLACE + "(?::| -) (?:fatal |runtime )?[Ee]rror(?: \\w+)?: .+)$",
                    ": error",
                    " - error",
                    ": fatal error",
                    ": runtime error"),
            // Of javac, java and GCC in other languages, with a word that says how bad it is, or without; and none that
            // is mended or not there
            of(
                    SPECIFIC,
                    "^ *((?:" + PLACE
                            + ": )?(?:(?!(?i:keine?|aucune|nessun|brak) )\\S+ )?"
                            + "\\S*(?:[Ff]ehler|[Ee]rreur|[Ee]rrore|[Оо]шибка|错误|錯誤|エラー|오류|[Bb]łąd)"
                            + "(?: (?!behoben|beseitigt|korrig|corrig|corrett|исправ)\\S+)? ?[:：](?! *\\d).+)$",
                    "fehler",
                    "erreur",
                    "errore",
                    "шибка",
                    "错误",
                    "錯誤",
                    "エラー",
                    "오류",
                    "łąd"),
            of(EXACT, "^(\\S.*\\.[tj]sx?(?:\\(\\d+,\\d+\\)|:\\d+:\\d+)(?: -|:) error TS\\d+: .+)$", "error TS"),
            of(EXACT, "^\\s*(\\S.*\\(\\d+(?:,\\d+)?\\): error \\w+: .+?)(?: \\[.+proj\\])?$", "): error "),
            of(EXACT, "(?i)^((?:\\S.* )?error\\[[\\w-]+\\]: .+)$", "error["),
            of(EXACT, "^(\\S+:\\d+ [A-Z]+\\d+ error: .+)$", " error: "),
            of(EXACT, "^%Error(?:-\\w+)?: (.+)$", "%Error"),
            of(EXACT, "^(?:\\[error\\] )?(-- (?:\\[E\\d+\\] )?\\w.* Error: .+?) -+$", "-- [E", "Error: "),
            of(SPECIFIC, "^(SUMMARY: \\w+Sanitizer: .+)$", "SUMMARY: "),
            previous(SPECIFIC, "^ *--> \\S+:\\d+:\\d+$", "--> "),
            of(
                    SPECIFIC,
                    "^ {0,4}(error: (?!aborting due to|could not compile|(?:build|test|test run|update|preview) failed|process didn't exit).+)$",
                    "error: "),
            of(EXACT, "^((?:\\./)?[\\w./-]+\\.go:\\d+:\\d+: .+)$", ".go:"),
            of(EXACT, "^(e: .+)$", "e: "),
            of(EXACT, "^\\[error\\] (\\S.*\\.scala:\\d+(?::\\d+)?: .+)$", "[error] "),
            of(EXACT, "^\\s*(\\d+:\\d+\\s+(?:[Ee]rror:?|✖|×)\\s+.+)$", "error", "✖", "×"),
            // Pylint tells its advice before its errors
            of(
                    EXACT,
                    "^(\\S+\\.py:\\d+(?::\\d+)?: (?![CRW]\\d{4}: .*\\([\\w-]+\\)$)(?:[A-Z]{1,4}\\d+:?|error:) .+)$",
                    ".py:"),
            of(SPECIFIC, "^(\\S+\\.py:\\d+:\\d+: [CRW]\\d{4}: .+)$", ".py:"),
            of(EXACT, "^(\\S+\\.(?:kts?|proto):\\d+:\\d+: ?\\S.+)$", ".kt:", ".kts:", ".proto:"),
            of(EXACT, "^(\\S+\\.erl:\\d+:(?:\\d+:)? .+)$", ".erl:"),
            of(EXACT, "^(\\S+\\.rb:\\d+:\\d+: [CEFW]: .+)$", ".rb:"),
            of(SPECIFIC, "^(\\S+\\.rb:\\d+:in .+ \\([\\w:]+\\))$", ".rb:"),
            of(EXACT, "^(\\S+\\(\\d+(?:, ?\\d+)?\\):? [Ee]rror:? .+)$", ") error", "): error"),
            of(SPECIFIC, "^(Error \\(\\d+\\): .+)$", "Error ("),
            of(EXACT, "^\\s*\\d+ \\| ERROR +\\| (.+)$", "| ERROR"),
            of(SPECIFIC, "^(L: +\\d+ \\| P: +\\d+ \\| \\S.+)$", "L: "),
            of(SPECIFIC, "^(Diff in \\S+:\\d+):?$", "Diff in "),
            of(SPECIFIC, "^>> (Issue: \\[.+)$", ">> Issue: ["),
            next(SPECIFIC, "^Check: \\w+$", "Check: "),
            of(EXACT, "^\\s*(error (?:•|-) .+)$", "error • ", "error - "),
            next(EXACT, "^\\S[^:]*\\.\\w{1,6}:\\d+:\\d+: error:(?: \\[GHC-\\d+\\])?$", ": error:"),
            of(SPECIFIC, "^([\\w.+/-]+: (?:fatal )?[Ee]rror: .+)$", ": error: ", ": fatal error: "),
            of(EXACT, "^(\\S.*\\S ?: error [A-Z]+\\d+: .+?)(?: \\[.+proj\\])?$", ": error "),
            of(SPECIFIC, "(SC\\d{4} \\(\\w+\\): .+)$", "): "),
            next(EXACT, "^ +Line +\\S+$", "  Line  "),
            of(
                    SPECIFIC,
                    "(?i)^(?:\\[\\w+\\] )?(would reformat:? .+|code style issues .+)$",
                    "would reformat",
                    "code style issues "),
            of(SPECIFIC, "^\\s*(\\*\\* \\([\\w.]+\\) .+)$", "** ("),
            of(SPECIFIC, "^(Can't locate .+ in @INC.*)$", "Can't locate "),
            of(EXACT, "(undefined reference to .+)$", "undefined reference to "),
            of(SPECIFIC, "^\\S*ld(?:\\.\\w+)?: (.+)$|^(ld: .+)$", "ld: ", "ld."),
            of(EXACT, "(LINK : fatal error LNK\\d+: .+|error LNK\\d+: .+)$", "error LNK"),
            next(SPECIFIC, "^CMake Error at .+:\\d+ \\(.+\\):$", "CMake Error at "),
            of(SPECIFIC, "^(CMake Error: .+)$", "CMake Error: "),
            of(EXACT, "^\\s*(SyntaxError: .+)$", "SyntaxError: "),

            // Libraries of pipelines, after which the script does not compile
            of(
                    EXACT,
                    "^ERROR: (Could not find any definition of libraries .+|Library \\S+ expected to contain at least .+"
                            + "|No version specified for library .+)$",
                    "definition of libraries ",
                    " expected to contain at least ",
                    "No version specified for library "),

            // Git in Jenkins, behind which errors stand that only follow from it
            of(
                    EXACT,
                    "^ERROR: (Timeout after \\d+ \\w+|Couldn't find any revision to build\\. .+)$",
                    "ERROR: Timeout after ",
                    "ERROR: Couldn't find any revision"),

            // Builds that a pipeline has started, and that it does not fail with by itself
            of(ERROR, "^Build (\\S.* completed: FAILURE)$", " completed: FAILURE"),

            // Build tools and package managers
            of(EXACT, "(Could not find artifact \\S+(?: in \\S+ \\(.+?\\))?)", "Could not find artifact "),
            of(
                    SPECIFIC,
                    "(Could not resolve dependencies for project .+)$",
                    "Could not resolve dependencies for project "),
            of(ERROR, "^\\[ERROR\\] (Failed to execute goal .+)$", "[ERROR] Failed to execute goal "),
            of(SPECIFIC, "^\\[ERROR\\] (The forked VM terminated .+)$", "[ERROR] The forked VM "),
            of(
                    ERROR,
                    "^\\[ERROR\\]:? (?!.*Build failed in |COMPILATION ERROR|Failures:|Errors:|Tests run:|->|\\[Help|Re-run|To see the full|For more inf"
                            + "|After correcting)(\\S.+)$",
                    "[ERROR] ",
                    "[ERROR]: "),
            next(SPECIFIC, "\\bBuild failed in [\\d.]+m?s$", "Build failed in "),
            of(EXACT, "^\\s*> (Could not find .+)$", "> Could not find "),
            of(SPECIFIC, "^> ((?!Task |Run with |Configure ).*[Cc]ould not .+)$", "could not "),
            deepest(SPECIFIC, "^\\* What went wrong:$", "* What went wrong:"),
            next(ERROR, "^\\* What went wrong:$", "* What went wrong:"),
            next(
                    SPECIFIC,
                    "^\\d+ problems? (?:was|were) found .*the configuration cache\\b",
                    "the configuration cache"),
            next(SPECIFIC, "^\\[ERROR\\] Rule \\d+: .+ failed with message:$", "failed with message:"),
            of(
                    EXACT,
                    "^(?i:(?:npm (?:err!|error) |error:? |err_\\w+ )?)(?!.*\\b(?:is|are) (?:already )?up to date)"
                            + "(.*(?:\\block ?file\\b|poetry\\.lock|package-lock\\.json|Gemfile\\.lock|go\\.sum)"
                            + ".*\\b(?:not|needs?|out of date|outdated|sync|missing|because|--locked).*"
                            + "|.* changed significantly since \\S+\\.lock .*|missing go\\.sum entry .*)$",
                    "lockfile",
                    "lock file",
                    ".lock ",
                    "package-lock.json",
                    "go.sum"),
            next(EXACT, "^ *Problem 1$", "Problem 1"),
            next(EXACT, "^ResolvePackageNotFound:$", "ResolvePackageNotFound:"),
            of(EXACT, "^(rejecting: .+)$", "rejecting: "),
            of(EXACT, "^(?: - )?(\\S+ not installed\\. .+)$", " not installed. "),
            of(EXACT, "^Warning: (Failed to find package .+)$", "Failed to find package "),
            next(GENERAL, "^# npm audit report$", "# npm audit report"),
            of(
                    SPECIFIC,
                    "^(?:npm (?:ERR!|error) )?gyp (?:ERR!|error) stack ((?:\\w+ )?\\w*Error: .+)$",
                    "gyp ERR! stack ",
                    "gyp error stack "),
            of(SPECIFIC, "^(An error occurred while installing .+)$", "An error occurred while installing "),
            next(SPECIFIC, "^error during build:$", "error during build:"),
            // Of Ant, Sphinx and PowerShell
            next(ERROR, "^BUILD FAILED$", "BUILD FAILED"),
            next(SPECIFIC, "^Warning, treated as error:$", "treated as error:"),
            previous(SPECIFIC, "^At .+:\\d+ char:\\d+$", " char:"),
            of(
                    SPECIFIC,
                    "(?i)^(?:(?:and|so),? )?(because .+(?:version solving failed|unsatisfiable).*|no solution found when .+)$",
                    "version solving failed",
                    "unsatisfiable",
                    "No solution found"),
            next(
                    SPECIFIC,
                    "^(?:rake aborted!|(?i:error|failure|fatal):)$",
                    "rake aborted!",
                    "error:",
                    "failure:",
                    "fatal:"),
            of(ERROR, "^\\s*> (.*Compilation failed.*)$", "Compilation failed"),
            of(
                    SPECIFIC,
                    "^npm (?:ERR!|error) (?!code |errno |syscall |path |dest |command |signal |A complete log|Lifecycle|Exit status|Failed at"
                            + "|This is|workspace |location |node |v\\d|\\s*/|notarget This|404 +This|404 Note|404 You|404 +'?@?\\S+' is not|Fix|to accept"
                            + "|this command)(?:(?:404|notarget|enoent|Missing) )?(\\S.+)$",
                    "npm ERR!",
                    "npm error"),
            of(EXACT, "^npm (?:ERR!|error) ([Mm]issing script: .+)$", "missing script: "),
            of(SPECIFIC, "^error (?!Command failed)(\\S.+)$", "error "),
            of(EXACT, "(ModuleNotFoundError: No module named .+)$", "No module named "),
            of(EXACT, "(Module not found: .+|Cannot find module .+)$", "Module not found: ", "Cannot find module "),
            of(
                    SPECIFIC,
                    "^(ERROR: (?:No matching distribution|Could not find a version).+)$",
                    "ERROR: No matching distribution",
                    "ERROR: Could not find a version"),
            of(SPECIFIC, "^(?:E: )(.+)$", "E: "),
            of(
                    EXACT,
                    "^(Could not find gem .+|Could not find \\S+-\\d.* in (?:locally installed gems|any of the sources).*)$",
                    "Could not find gem ",
                    " in locally installed gems",
                    " in any of the sources"),
            of(SPECIFIC, "^[\\s\\u2009]*(ERR_PNPM_\\w+.+)$", "ERR_PNPM_"),
            of(SPECIFIC, "^\\s*➤ (YN00(?:01|09|16|18|28|35|41|82): (?:│ )?[\\p{L}@].*)$", "➤ YN00"),
            next(EXACT, "^go: errors parsing go\\.mod:$", "errors parsing go.mod"),
            of(
                    SPECIFIC,
                    "^go: (?!(?:downloading|finding|found|added|upgraded|extracting|warning)\\b)(\\S+: .+|.+ requires go >= .+)$",
                    "go: "),
            of(SPECIFIC, "(No rule to make target .+)$", "No rule to make target "),
            of(GENERAL, "^(?:\\S*make(?:\\[\\d+\\])?|\\S+:\\d+): \\*\\*\\* (.+)$", ": *** "),

            // Languages
            next(
                    EXACT,
                    "^Error: (?:LinkageError occurred|A JNI error has occurred|Unable to initialize main class).*$",
                    "Error: LinkageError",
                    "Error: A JNI error",
                    "Error: Unable to initialize"),
            of(SPECIFIC, "^(Exception in thread \".+)$", "Exception in thread "),
            // Where no process could be started, and what Jenkins had set out to do, the deepest cause above it
            of(
                    EXACT,
                    "^Caused by: java\\.io\\.IOException: (Cannot run program .+|error=\\d+, Failed to exec .+)$",
                    "Cannot run program ",
                    ", Failed to exec "),
            of(EXACT, "^Caused: (?:[a-z]\\w*\\.)+\\w+: (.+)$", "Caused: "),
            of(ERROR, "^(?:Caused by: )(.+)$", "Caused by: "),
            of(EXACT, "^ *\\[cause\\]: (.+?)(?: \\{)?$", "[cause]: "),
            of(
                    EXACT,
                    "^# +(SIG[A-Z]+ \\(0x.+|EXCEPTION_\\w+ \\(0x.+|Internal Error \\(.+)$",
                    "# SIG",
                    "#  SIG",
                    "EXCEPTION_",
                    "Internal Error ("),
            of(SPECIFIC, "^(panic: .+)$", "panic: "),
            of(
                    SPECIFIC,
                    "^([A-Za-z_][\\w.]*(?:Error|Exception)(?: \\[\\w+\\])?: .+)$",
                    "Error: ",
                    "Exception: ",
                    "Error ["),
            of(SPECIFIC, "^(Error \\[\\w+\\]: .+)$", "Error ["),
            of(SPECIFIC, "^\\s*(Error in .+ : .+)$", "Error in "),
            of(SPECIFIC, "^\\* (checking .+ \\.\\.\\. (?:\\[.+\\] )?ERROR)$", " ... ERROR", "] ERROR"),
            next(SPECIFIC, "^Error using \\S+(?: \\(line \\d+\\))?$", "Error using "),
            previous(SPECIFIC, "^Error in \\S+ \\(line \\d+\\)$", "Error in "),
            of(ERROR, "^([A-Z][\\w-]* (?:[Ee]rror|ERROR): .+)$", " error: "),
            next(
                    SPECIFIC,
                    "^\\s*(?:\\w+ Error in \\w+|Failure in test) .+ \\(.+\\)$",
                    " Error in ",
                    "Failure in test "),
            of(SPECIFIC, "^(\\S+ failed: [\\w.]*(?:Error|Exception): .+)$", " failed: "),
            of(
                    SPECIFIC,
                    "^(! (?:LaTeX Error: |Undefined control sequence|Package .+ Error: ).*)$",
                    "! LaTeX Error",
                    "! Undefined control",
                    "! Package "),
            next(SPECIFIC, "^ +\\| +~+$", " ~~"),
            next(EXACT, "^APPLICATION FAILED TO START$", "APPLICATION FAILED TO START"),
            of(SPECIFIC, "(?i)(segmentation fault.*|core dumped.*)$", "segmentation fault", "core dumped"),
            of(SPECIFIC, "^(?:PHP )?((?:Fatal|Parse) error: .+)$", "Fatal error: ", "Parse error: "),

            // Shells, version control, containers, deployment
            of(
                    EXACT,
                    "^(?:.*?: )?(?:line )?\\d+: (.+: (?:command )?not found)$|^.*?: (\\S+: command not found)$",
                    ": not found",
                    ": command not found"),
            of(
                    EXACT,
                    "(?:line )?\\d+: (.+: (?:No such file or directory|Permission denied))$",
                    ": No such file or directory",
                    ": Permission denied"),
            of(EXACT, "^(?:\\S+ : )?(.+ is not recognized as (?:an internal|the name).*)$", " is not recognized as "),
            of(EXACT, "(An error occurred \\(\\w+\\) when calling .+)$", "An error occurred ("),
            of(EXACT, "^Message\\s+: (?:ERROR: )?(.+)$", "Message"),
            of(EXACT, "(CONFLICT \\(.+\\): .+)$", "CONFLICT ("),
            of(
                    EXACT,
                    "((?:exec )?\\S+: (?:cannot execute binary file: )?(?i:exec format error).*)$",
                    "exec format error"),
            of(EXACT, "(?:^|stderr: )(fatal: .+)$", "fatal: "),
            of(EXACT, "(! \\[(?:remote )?rejected\\] .+)$", "rejected] "),
            of(SPECIFIC, "^(\\S+: line \\d+: .+|\\S+\\.sh(?:\\.copy)?: \\d+: .+)$", ": line ", ".sh: ", ".sh.copy: "),
            of(SPECIFIC, "(?i)^((?:\\S+: )?(?:parse|syntax) error\\b.*)$", "parse error", "syntax error"),
            of(
                    ERROR,
                    "^(\\S.*\\berror (?:during|while|reading|parsing|loading|executing) .+: .+)$",
                    " error during ",
                    " error while ",
                    " error reading ",
                    " error parsing ",
                    " error loading ",
                    " error executing "),
            of(GENERAL, "^(\\p{L}\\S*(?: \\S+){0,3} failed: .+)$", " failed: "),
            of(
                    GENERAL,
                    "^(.*\\bHTTP(?:/[\\d.]+)?(?: error)?:? [45]\\d\\d\\b.*)$",
                    "HTTP 4",
                    "HTTP 5",
                    "HTTP: ",
                    "HTTP/",
                    "HTTP error"),
            of(
                    EXACT,
                    "(Permission denied \\(publickey.*\\).*|Host key verification failed.*)$",
                    "Permission denied (publickey",
                    "Host key verification failed"),
            of(
                    EXACT,
                    "(denied: (?:requested access|Your authorization token) .+|pull access denied .+|manifest for .+ not found.*|manifest unknown.*"
                            + "|no basic auth credentials)$",
                    "denied: requested access ",
                    "denied: Your authorization token ",
                    "no basic auth credentials",
                    "pull access denied ",
                    "manifest for ",
                    "manifest unknown"),
            of(
                    EXACT,
                    "(Cannot connect to the Docker daemon .+?|permission denied while trying to connect to the [Dd]ocker .+?)(?: Is the docker daemon.*|: .*)?$",
                    "Cannot connect to the Docker daemon ",
                    "permission denied while trying to connect to the Docker "),
            of(
                    SPECIFIC,
                    "^(ERROR: failed to (?:solve|build)(?!.*did not complete successfully|.*executing lifecycle).*|COPY failed: .+)$",
                    "ERROR: failed to ",
                    "COPY failed: "),
            of(EXACT, "^(?:psql:)?\\S+:\\d+: (?:ERROR|FATAL): +(.+)$", ": ERROR: ", ": FATAL: "),
            of(SPECIFIC, "^(svn: E\\d+: .+|abort: .+|gpg: .+ failed: .+)$", "svn: E", "abort: ", "gpg: "),
            of(
                    ERROR,
                    "^(\\S.*: (?:No such file or directory|Permission denied|Read-only file system|Is a directory))$",
                    ": No such file or directory",
                    ": Permission denied",
                    ": Read-only file system",
                    ": Is a directory"),
            of(ERROR, "\\blevel=(?:error|fatal)\\b.* msg=\"(.+?)\"(?: |$)", "level=error", "level=fatal"),
            of(
                    ERROR,
                    "^\\{.*\"level\":\"(?:error|fatal)\".*\"(?:msg|message)\":\"(.+?)\"[,}]",
                    "\"level\":\"error\"",
                    "\"level\":\"fatal\""),
            of(SPECIFIC, "^(?:docker: )?(Error response from daemon: .+)$", "Error response from daemon: "),
            of(EXACT, "^(dependency failed to start: .+)$", "dependency failed to start: "),
            of(ERROR, "^(?:ERRO|FATA)\\[\\d+\\] (.+)$", "ERRO[", "FATA["),
            of(EXACT, "^(?:==> )?(Build '.+' errored.*: .+)$", "' errored "),
            of(SPECIFIC, "^Unexpected error running Liquibase: (.+)$", "Unexpected error running Liquibase: "),
            of(SPECIFIC, "^ *\\d+\\. {2,}(\\w*Error {2,}.+)$", "Error  "),
            of(EXACT, "^(No valid Unity Editor license found\\..*)$", "No valid Unity Editor license"),
            of(
                    GENERAL,
                    "^(Access is denied\\.|The process cannot access the file .+|The system cannot find the \\w+ specified\\.)$",
                    "Access is denied.",
                    "The process cannot access",
                    "The system cannot find the "),
            of(SPECIFIC, "^(?:.* (?:terraform|tofu): )?(?:[│|╷] )?(Error: .+)$", "Error: "),
            of(SPECIFIC, "^(Error from server .+|error: deployment .+)$", "Error from server ", "error: deployment "),
            of(SPECIFIC, "^(curl: \\(\\d+\\) .+|ssh: connect to .+)$", "curl: (", "ssh: connect to "),
            of(ERROR, "^(Total: [1-9]\\d* \\(.*(?:HIGH|CRITICAL): [1-9].*\\))$", "Total: "),
            of(SPECIFIC, "(QUALITY GATE STATUS: FAILED.*)$", "QUALITY GATE STATUS: FAILED"),
            next(SPECIFIC, "^\\[ERROR\\] +Rule \".+\" failures$", " failures"),
            of(ERROR, "^\\[Cx-Error\\]: (.*\\p{L}.*)$", "[Cx-Error]: "),
            of(GENERAL, "^(FAILURE: (?!Build ).+|FAILED with \\d+ .+)$", "FAILURE: ", "FAILED with "),
            next(GENERAL, "^Found (?:un)?verified result\\b.*$", "verified result"),
            // Grunt, Patch, Salt, Vault
            of(GENERAL, "^>> (.+ failed\\.)$", " failed."),
            of(SPECIFIC, "^(\\d+ out of \\d+ hunks? FAILED.*)$", " FAILED"),
            next(SPECIFIC, "^ +Result: False$", "Result: False"),
            next(EXACT, "^Code: [45]\\d\\d\\. Errors:$", ". Errors:"),
            previous(SPECIFIC, "^\\s+FAILED for resource: ", "FAILED for resource: "),
            of(
                    GENERAL,
                    "(leaks found: [1-9]\\d*|Your code is affected by .+|Ran \\d+ rules on \\d+ files: [1-9]\\d* finding.*)$",
                    "leaks found: ",
                    "Your code is affected by ",
                    " rules on "),
            of(ERROR, "^(\\S.*?\\.{3,}Failed)$", "..Failed"),
            of(GENERAL, "^\\[!\\] (.+)$", "[!] "),
            of(
                    SPECIFIC,
                    "(?i)^(?:.*: )?(.*(?:connection (?:refused|timed out|reset by peer)|could not resolve host).*)$",
                    "connection refused",
                    "connection timed out",
                    "connection reset by peer",
                    "could not resolve host"),
            of(
                    ERROR,
                    "^(?:\\[FATAL\\]|ERROR|FATAL|Fatal|fatal|FAILED(?=: ))(?: \\[.+?\\])?:? +(?!" + LOGGER
                            + ")(\\S.+)$",
                    "ERROR",
                    "FATAL",
                    "FAILED: "),
            of(GENERAL, "^(?:ERROR|FATAL) +" + LOGGER + "(\\S+ .+)$", "ERROR", "FATAL"),
            of(GENERAL, "^(?:Error|error)(?:: (\\S.+)| (\\S+ .+))$", "Error: ", "Error "),
            of(
                    GENERAL,
                    "(?:^|-|- )(?:ERROR|CRITICAL|FATAL)(?: -|:) (\\S.+)$",
                    "ERROR - ",
                    "ERROR: ",
                    "CRITICAL - ",
                    "CRITICAL: ",
                    "FATAL - ",
                    "FATAL: "),
            // Builds that a freestyle build has waited for, by Parameterized Trigger and MultiJob
            of(
                    ERROR,
                    "^(\\S.* #\\d+ completed\\. Result was (?:FAILURE|ABORTED|NOT_BUILT))\\b",
                    " completed. Result was "),
            of(
                    ERROR,
                    "\\bFinished Build : (#\\d+ of Job : .+ with status : (?:FAILURE|ABORTED|NOT_BUILT))\\b",
                    "Finished Build : "),
            of(
                    GENERAL,
                    "^ *[" + LogLine.MARKS + "] +(?!(?i:build failed)\\W*$)(.*\\p{L} .*\\p{L}.*)$",
                    LogLine.MARKS
                            .codePoints()
                            .mapToObj(mark -> Character.toString(mark) + " ")
                            .toArray(String[]::new)),
            of(GENERAL, "^(BUILD FAILED.*|Killed)$", "BUILD FAILED", "Killed"));

    private CauseRules() {}
}
