using System.Diagnostics;
using System.Runtime.CompilerServices;
using EngageBot.Library;
using EngageBot.Networks;
using EngageBot.Networks.X;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Cli;

/// <summary>What the doctor looks at, one organ each.</summary>
internal static class Examinations
{
    // X refuses signatures whose time is further off than some minutes.
    private static readonly TimeSpan TolerableSkew = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<Func<IServiceProvider, CancellationToken, IAsyncEnumerable<Finding>>> All { get; } =
        [ConfigurationAsync, LibraryAsync, DatabaseAsync, NetworkAsync, ModelExamination.RunAsync];

    private static async IAsyncEnumerable<Finding> ConfigurationAsync(IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        Finding finding;
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            finding = new Finding(Grade.Ok, "The configuration is valid.");
        }
        catch (Exception exception) when (Trouble.Explain(exception) is { } why)
        {
            finding = new Finding(Grade.Mend, why.Sentence);
        }
        yield return finding;
    }

    private static async IAsyncEnumerable<Finding> LibraryAsync(IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        var library = services.GetRequiredService<PromptLibrary>().Current;
        foreach (var problem in library.Problems)
            yield return new Finding(Grade.Mend, $"{problem.File}, line {problem.Line}: {problem.Reason}");
        if (library.Problems.Count == 0)
            yield return new Finding(Grade.Ok, $"The library has {library.Snapshot.Replies.Count} wordings, {library.Snapshot.Answers.Count} answers and {library.Snapshot.Snippets.Count} backstage snippets.");
    }

    private static async IAsyncEnumerable<Finding> DatabaseAsync(IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Finding finding;
        try
        {
            await services.GetRequiredService<Migrations>().ApplyAsync(cancellationToken);
            var database = services.GetRequiredService<Database>();
            // A write proves what a read cannot: rights, room on the disk, no foreign lock.
            await database.WriteAsync(session => session.ExecuteAsync("UPDATE account SET handle = handle"), cancellationToken);
            finding = new Finding(Grade.Ok, $"The database can be read and written ({database.Options.Engine}).");
        }
        catch (Exception exception) when (StorageTrouble.Explain(exception) is { } why)
        {
            finding = new Finding(Grade.Mend, why);
        }
        yield return finding;
    }

    private static async IAsyncEnumerable<Finding> NetworkAsync(IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<SandboxPlace>().Address is not null)
            yield return new Finding(Grade.Ok, "No X account is configured: EngageBot runs on the embedded sandbox. The README tells how to connect X.");
        var network = services.GetRequiredService<XNetwork>();
        for (var number = 0; number < network.AccountCount; number++)
        {
            var outcome = await network.WhoAmIAsync(number, cancellationToken);
            yield return Signed(outcome);
            if (outcome is ReadOutcome<XIdentity>.Read { Value.ClockAhead: { } ahead })
                yield return Clock(ahead);
        }
    }

    private static Finding Signed(ReadOutcome<XIdentity> outcome) => outcome switch
    {
        ReadOutcome<XIdentity>.Read(var identity) => new Finding(Grade.Ok, $"The keys of @{identity.Self.Handle} work."),
        ReadOutcome<XIdentity>.RateLimited(var until) => new Finding(Grade.Note, $"X asks to wait until {until:t} UTC before it says whose keys these are."),
        ReadOutcome<XIdentity>.Failed(var reason) => new Finding(Grade.Mend, reason),
        ReadOutcome<XIdentity>.Halted(var reason, _) => new Finding(Grade.Mend, reason),
        _ => throw new UnreachableException(),
    };

    private static Finding Clock(TimeSpan ahead) => ahead.Duration() <= TolerableSkew
        ? new Finding(Grade.Ok, "This computer's clock agrees with X.")
        : new Finding(Grade.Mend, $"This computer's clock is {ahead.Duration().TotalSeconds:0} seconds {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} X; keys are refused when it drifts further. Turn on time synchronisation.");
}

/// <summary>One sentence of the doctor.</summary>
internal sealed record Finding(Grade Grade, string Sentence);

/// <summary>How bad it is.</summary>
internal enum Grade
{
    Ok,
    Note,
    Mend,
}
