using Microsoft.Extensions.Options;

namespace EngageBot.Library;

/// <summary>Looks for changed words while the program runs, so that an edit needs no restart.</summary>
internal sealed partial class LibraryWatcher(
    PromptLibrary library,
    IOptions<LibraryOptions> options,
    TimeProvider clock,
    ILogger<LibraryWatcher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Report();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SecondsBetweenLooks), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            if (library.Refresh())
                Report();
    }

    private void Report()
    {
        var (snapshot, problems) = library.Current;
        LogLoaded(snapshot.Replies.Count, snapshot.Answers.Count, snapshot.Snippets.Count, problems.Count);
        foreach (var problem in problems)
            LogProblem(problem.File, problem.Line, problem.Reason);
    }

    [LoggerMessage(LogLevel.Information, "Library: {Replies} replies, {Answers} answers, {Snippets} backstage snippets, {Problems} problems")]
    private partial void LogLoaded(int replies, int answers, int snippets, int problems);

    [LoggerMessage(LogLevel.Warning, "Library: {File}, line {Line}: {Reason}")]
    private partial void LogProblem(string file, int line, string reason);
}
