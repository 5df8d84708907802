using Xunit;

namespace EngageBot.BrowserTests;

/// <summary>Ana and Ben at their desks, side by side.</summary>
public sealed class ColleaguesFixture : DeskFixture, IAsyncLifetime
{
    private DeskPage ben = null!;

    /// <summary>Ben's desk; one and the same for the whole class.</summary>
    public DeskPage Ben => ben;

    public override async Task DisposeAsync()
    {
        await ben.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>What is said from a phone is looked for as often as can be.</summary>
    protected override string[] Settings => [.. base.Settings, "--Listening:OwnTimelineEverySeconds=10"];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        ben = await JoinAsync("Ben", "approver");
    }
}
