using EngageBot.Library;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EngageBot.Tests.Library;

public sealed class ReloadTests
{
    private const string Answer = "---\nquestion: When do the doors open?\n---\nAt seven.";

    [Fact]
    public void A_look_without_changes_keeps_the_very_same_words()
    {
        using var folder = new PromptFolder().With("answers/doors.md", Answer);
        var before = folder.Read();
        Assert.False(folder.Library.Refresh());
        Assert.Same(before, folder.Library.Current);
    }

    [Fact]
    public void Changed_new_and_deleted_files_show_at_the_next_look()
    {
        using var folder = new PromptFolder().With("answers/doors.md", Answer);
        folder.Read();
        Assert.Equal("At eight.", Assert.Single(folder.With("answers/doors.md", Answer.Replace("seven", "eight", StringComparison.Ordinal)).Read().Snapshot.Answers).Text);
        Assert.Equal(2, folder.With("answers/bar.md", Answer).Read().Snapshot.Answers.Count);
        Assert.Equal("answers/bar", Assert.Single(folder.Without("answers/doors.md").Read().Snapshot.Answers).Id);
    }

    [Fact]
    public async Task The_watcher_takes_up_an_edit_while_the_program_runs()
    {
        using var folder = new PromptFolder().With("answers/doors.md", Answer);
        folder.Read();
        var clock = new FakeTimeProvider();
        using var watcher = new LibraryWatcher(folder.Library, Options.Create(new LibraryOptions()), clock, NullLogger<LibraryWatcher>.Instance);
        await watcher.StartAsync(CancellationToken.None);
        folder.With("answers/bar.md", Answer);
        await Eventually(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            return folder.Library.Current.Snapshot.Answers.Count == 2;
        });
        await watcher.StopAsync(CancellationToken.None);
    }

    // the watcher lives on a thread of its own, which only real time lets run
    private static async Task Eventually(Func<bool> holds)
    {
        for (var tries = 0; tries < 2_000 && !holds(); tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        Assert.True(holds());
    }
}
