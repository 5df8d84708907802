using EngageBot.Approving.Finding;
using EngageBot.Listening;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace EngageBot.Tests.Approving.Finding;

public sealed class MentionSearchTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Words_are_found_without_accents_in_any_case_and_unfinished(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync("@HarbourTheatre the crème brûlée at the Café Übersee was lovely", "gourmet");
        await line.WaitingAsync("@HarbourTheatre our cremation of the old set was fun", "fire");
        foreach (var words in new[] { "CREME BRULEE", "crème", "brûl", "ubersee cafe", "übers", "lovely café" })
            Assert.Equal(["gourmet"], await FoundAsync(line, words));
        Assert.Equal(["fire", "gourmet"], await FoundAsync(line, "crem"));
        Assert.Empty(await FoundAsync(line, "creme broccoli"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Words_in_quotes_stand_in_a_row(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync("@HarbourTheatre is there a hole in the roof of the theatre?", "rain");
        await line.WaitingAsync("@HarbourTheatre the roof has a hole, has it?", "leak");
        Assert.Equal(["leak", "rain"], await FoundAsync(line, "hole roof"));
        Assert.Equal(["rain"], await FoundAsync(line, "\"hole in the roof\""));
        Assert.Equal(["leak"], await FoundAsync(line, "“roof has a” hole"));
        Assert.Empty(await FoundAsync(line, "\"the theat\""));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Our_replies_and_the_posts_around_lead_to_the_mention_whatever_became_of_it(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.ApprovedAsync("Mo dries the floor with a hairdryer.");
        Assert.Empty(await FoundAsync(line, "hairdryer"));
        await line.PostAsync();
        var found = Assert.Single((await FindAsync(line, "hairdry")).Items);
        Assert.Equal((seen.Mention.Id, true, "Harbour Theatre"), (found.Mention.Id, found.Ours, found.By));
        Assert.Equal(["hairdryer"], found.Excerpt.Where(part => part.IsMatch).Select(part => part.Text));
        Assert.Equal("Mo dries the floor with a hairdryer.", string.Concat(found.Excerpt.Select(part => part.Text)));

        var other = await line.WaitingAsync("@HarbourTheatre and who sweeps?", "sweeper");
        line.Network.Publish(other.Mention.Post.Id, "Zara sweeps, with a broom of hazel.");
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        Assert.Equal(["sweeper"], await FoundAsync(line, "hazel"));
        Assert.Equal(["sweeper"], await FoundAsync(line, "broom is:answered-elsewhere"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Authors_languages_and_states_narrow_the_search(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync("@HarbourTheatre wo ist denn der Eingang für Rollstühle, bitte?", "Frau_B");
        await line.WaitingAsync("@HarbourTheatre where is the entrance for wheelchairs, please?", "mr_b");
        Assert.Equal(["Frau_B"], await FoundAsync(line, "from:@frau_b"));
        Assert.Equal(["Frau_B"], await FoundAsync(line, "frau_b"));
        Assert.Equal(["Frau_B"], await FoundAsync(line, "LANG:de"));
        Assert.Equal(["mr_b"], await FoundAsync(line, "lang:en wheel is:waiting"));
        Assert.Empty(await FoundAsync(line, "from:mr_b lang:de"));
        Assert.Equal(["mr_b", "Frau_B"], await FoundAsync(line, "is:waiting"));
        Assert.StartsWith("'is:odd' is not understood.", (await FindAsync(line, "is:odd")).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_was_deleted_is_found_no_longer_and_our_public_words_are(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.ApprovedAsync("Glad you liked the marimba.");
        await line.PostAsync();
        line.Writes("@HarbourTheatre and the zither too", thread: seen.Mention.Post.ThreadId, inReplyTo: seen.Mention.Post.Id);
        await line.ListenAsync();
        line.Network.Deleted.Add(seen.Mention.Post.Id);
        line.Clock.Advance(TimeSpan.FromHours(24));
        await line.Get<Rechecks>().LookAsync(line.Account, CancellationToken.None);
        Assert.Empty(await FoundAsync(line, "\"what an evening\""));
        Assert.Equal(["lena_k"], await FoundAsync(line, "marimba"));
        Assert.Equal(["lena_k"], await FoundAsync(line, "zither"));
        Assert.Equal(0, await line.CountAsync("SELECT COUNT(*) FROM context_post WHERE text LIKE '%what an evening%'"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Who_said_stop_is_found_no_longer_where_nothing_was_said_back(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync("@HarbourTheatre the bassoon squeaked", "tired");
        await line.WaitingAsync("@HarbourTheatre please stop replying to me", "tired");
        Assert.Empty(await FoundAsync(line, "from:tired"));
        Assert.Empty(await FoundAsync(line, "bassoon"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_an_older_program_stored_is_taken_up(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync("@HarbourTheatre the ukulele was lovely", "early");
        await line.Database.WriteAsync(session => session.ExecuteAsync("DELETE FROM said"), CancellationToken.None);
        await line.Database.WriteAsync(session => session.ExecuteAsync("INSERT INTO said_backlog SELECT id, posted_at FROM mention"), CancellationToken.None);
        Assert.Empty(await FoundAsync(line, "ukulele"));
        using var backlog = new SaidBacklog(line.Database, line.Clock, NullLogger<SaidBacklog>.Instance);
        Assert.Equal(1, await backlog.TakeUpAsync(CancellationToken.None));
        Assert.Equal(["early"], await FoundAsync(line, "ukulele"));
        Assert.Equal(0, await backlog.TakeUpAsync(CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Nothing_that_is_typed_breaks_the_search(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync("@HarbourTheatre 能の舞台 is 100% AND (lovely) OR NEAR 'us' \ud83c\udfad", "hostile");
        foreach (var words in new[] { "", "   ", "\"", "'", "\"\"", "* OR", "a:b:c", "from:", "from:@", "(", ") --", "NEAR(", "%", "\\", "-x", "&|!<->:*", "\ud83c", "💙", new string('x', 5000), "🎭" })
            await FindAsync(line, words);
        Assert.Equal(["hostile"], await FoundAsync(line, "AND (lovely) OR"));
        Assert.Equal(["hostile"], await FoundAsync(line, "舞台"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_further_page_begins_where_the_last_one_ended(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        for (var number = 0; number < 7; number++)
            line.Writes($"@HarbourTheatre thank you for the harp, {number}", $"writer{number}");
        await line.ListenAsync();
        var walked = new List<string>();
        for (long? before = long.MaxValue; before is not null;)
        {
            var page = await line.Get<MentionSearch>().FindAsync("harp", 3, before, CancellationToken.None);
            walked.AddRange(page.Items.Select(found => found.Mention.Author.Handle));
            before = page.Next;
        }
        Assert.Equal(7, walked.Distinct().Count());
        Assert.Equal(7, walked.Count);
    }

    private static Task<Findings> FindAsync(TestLine line, string words) => line.Get<MentionSearch>().FindAsync(words, 50, null, CancellationToken.None);

    private static async Task<IEnumerable<string>> FoundAsync(TestLine line, string words) => (await FindAsync(line, words)).Items.Select(found => found.Mention.Author.Handle);
}
