using System.CommandLine;
using EngageBot.Benchmarks.Answers;
using EngageBot.Benchmarks.Desks;
using EngageBot.Benchmarks.Drafts;
using EngageBot.Benchmarks.Faults;
using EngageBot.Benchmarks.Languages;
using EngageBot.Benchmarks.Learning;
using EngageBot.Benchmarks.Line;
using EngageBot.Benchmarks.Overview;
using EngageBot.Benchmarks.Quality;
using EngageBot.Benchmarks.Season;
using EngageBot.Benchmarks.Storm;
using EngageBot.Benchmarks.Voice;
using EngageBot.Benchmarks.Weights;

var root = new RootCommand("Measures EngageBot. Build with -c Release, and leave the machine alone meanwhile.")
{
    LineCommand.Create(),
    DeskCommand.Create(),
    FaultsCommand.Create(),
    StormCommand.Create(),
    SoakCommand.Create(),
    AnswersCommand.Create(),
    DraftsCommand.Create(),
    SeasonCommand.Create(),
    MakeEncoderCommand.Create(),
    MakeLanguagesCommand.Create(),
    LanguagesCommand.Create(),
    LanguageCommand.Create(),
    TrainCommand.Create(),
    EvaluateCommand.Create(),
    SpeedCommand.Create(),
    LearningCommand.Create(),
    LintCommand.Create(),
};
// Whoever ends a long run early still gets the figures of what was done.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
