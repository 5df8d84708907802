using EngageBot.Desk.Queue;
using EngageBot.Desk.Shell;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Desk;

public sealed class SittingTests
{
    [Fact]
    public async Task The_letter_that_has_waited_longest_lies_open_first()
    {
        await using var desk = await TestDesk.AnaAsync("first", "second");
        Assert.Equal("first", desk.Open);
    }

    [Fact]
    public async Task After_a_decision_the_next_letter_lies_open_and_after_the_last_the_one_above()
    {
        await using var desk = await TestDesk.AnaAsync("one", "two", "three");
        await desk.Sitting.NextAsync();
        await desk.ApproveAsync("Two, thank you.");
        Assert.Equal("three", desk.Open);
        await desk.ApproveAsync("Three, thank you.");
        Assert.Equal("one", desk.Open);
    }

    [Fact]
    public async Task A_letter_is_not_approved_at_first_sight()
    {
        await using var desk = await TestDesk.AnaAsync("seen", "unseen");
        await desk.ApproveAsync("Thank you, seen.");
        await desk.Sitting.ApproveAsync();
        Assert.Equal("unseen", desk.Open);
        Assert.Equal(1, await desk.Line.CountAsync("SELECT COUNT(*) FROM reply"));
    }

    [Fact]
    public async Task Words_typed_for_one_letter_never_reach_another()
    {
        await using var desk = await TestDesk.AnaAsync("one", "two");
        var editorOfOne = desk.Sitting.Words!;
        await desk.Sitting.NextAsync();
        var before = desk.Sitting.Words!.Text;
        desk.Sitting.Type(editorOfOne, "For one only");
        await desk.Sitting.Kept.FlushAsync();
        Assert.Equal(before, desk.Sitting.Words.Text);
        Assert.Equal(0, await desk.Line.CountAsync("SELECT COUNT(*) FROM mention WHERE typed_text IS NOT NULL"));
    }

    [Fact]
    public async Task News_show_up_below_and_leave_the_open_letter_alone()
    {
        await using var desk = await TestDesk.AnaAsync("open");
        desk.Sitting.Type(desk.Sitting.Words!, "In the middle of");
        desk.Line.Writes(author: "newcomer");
        await desk.Line.ListenAsync();
        await desk.Sitting.RefreshAsync();
        Assert.Equal(["open", "newcomer"], desk.Sitting.Feed.Items.Select(item => item.Author.Handle));
        Assert.Equal(("open", "In the middle of"), (desk.Open, desk.Sitting.Words!.Text));
    }

    [Fact]
    public async Task A_colleagues_decision_on_the_open_letter_is_told_and_takes_the_verbs_away()
    {
        await using var desk = await TestDesk.AnaAsync("wanted");
        var ben = await desk.AgainAsync("Ben");
        await ben.ApproveAsync("Thank you from Ben.");
        await desk.Sitting.RefreshAsync();
        Assert.Equal("Ben answered this just now.", desk.Sitting.Notice);
        Assert.False(desk.Sitting.CanDecide);
    }

    [Fact]
    public async Task When_the_talk_moved_on_the_thread_is_new_and_the_words_are_still_there()
    {
        await using var desk = await TestDesk.AnaAsync("lena_k");
        desk.Line.Writes("@HarbourTheatre one more thing", thread: desk.Sitting.Letter!.Mention.Post.ThreadId);
        await desk.Line.ListenAsync();
        await desk.ApproveAsync("Words for what stood there before.");
        Assert.Contains("wrote again while you were reading", desk.Sitting.Notice, StringComparison.Ordinal);
        Assert.Equal(("Words for what stood there before.", 2), (desk.Sitting.Words!.Text, desk.Sitting.Letter!.Thread.Count));
        Assert.Equal(0, await desk.Line.CountAsync("SELECT COUNT(*) FROM reply"));
    }

    [Fact]
    public async Task Who_may_only_write_decides_nothing()
    {
        await using var desk = await TestDesk.AnaAsync("writer");
        desk.Sitting.Rights = new Rights("Dora", MayDraft: true, MayDecide: false);
        await desk.ApproveAsync("Dora's words.");
        await desk.Sitting.LetBeAsync("No need");
        await desk.Sitting.SnoozeAsync(desk.Line.Clock.GetUtcNow().AddHours(1));
        Assert.Equal((MentionState.Waiting, "writer"), (desk.Sitting.Letter!.Mention.State, desk.Open));
        Assert.Equal(0, await desk.Line.CountAsync("SELECT COUNT(*) FROM mention WHERE state <> 'waiting'"));
    }

    [Fact]
    public async Task The_advice_to_let_be_is_taken_with_one_key_after_a_glance_and_taken_back()
    {
        await using var desk = await TestDesk.AnaAsync("writer");
        await desk.ApproveAsync();
        desk.Line.Clock.Advance(TimeSpan.FromSeconds(31));
        await desk.Line.PostAsync();
        desk.Line.Writes("@HarbourTheatre ok thanks, goodnight!", "writer", thread: desk.Line.Network.Mentions[0].ThreadId);
        await desk.Line.ListenAsync();
        await desk.Sitting.RefreshAsync();
        var goodbye = desk.Sitting.Letter!.Mention.Id;
        Assert.Equal("They said goodbye; the talk ends well without us.", desk.Sitting.Advice);

        await desk.Sitting.LetBeAsAdvisedAsync();
        Assert.Equal(goodbye, desk.Sitting.Letter?.Mention.Id); // nobody can have read it yet
        desk.Read();
        await desk.Sitting.LetBeAsAdvisedAsync();
        Assert.Equal(1, await desk.Line.CountAsync("SELECT COUNT(*) FROM mention WHERE let_be_reason = 'They said goodbye; the talk ends well without us.'"));
        await desk.Sitting.UndoAsync();
        Assert.Equal((goodbye, MentionState.Waiting), (desk.Sitting.Letter!.Mention.Id, desk.Sitting.Letter.Mention.State));
    }

    [Fact]
    public async Task Words_of_ones_own_are_no_advice_to_let_be()
    {
        await using var desk = await TestDesk.AnaAsync("writer");
        Assert.Null(desk.Sitting.Advice);
        desk.Sitting.Type(desk.Sitting.Words!, "");
        Assert.Null(desk.Sitting.Advice);
    }

    [Fact]
    public async Task An_undone_approval_lies_open_again_with_its_words()
    {
        await using var desk = await TestDesk.AnaAsync("one", "two");
        await desk.ApproveAsync("Not quite right.");
        await desk.Sitting.UndoAsync();
        Assert.Equal(("one", "Not quite right."), (desk.Open, desk.Sitting.Words!.Text));
        Assert.Empty(desk.Sitting.Deeds.Recent);
    }

    [Fact]
    public async Task The_undo_of_an_approval_is_found_again_after_a_reload_by_its_own_person_only()
    {
        await using var desk = await TestDesk.AnaAsync("one");
        await desk.ApproveAsync("Thank you, one.");
        Assert.Equal("one", Assert.Single((await desk.AgainAsync()).Sitting.Deeds.Recent).Handle);
        Assert.Empty((await desk.AgainAsync("Ben")).Sitting.Deeds.Recent);
    }

    [Fact]
    public async Task A_posted_reply_is_told_and_its_line_goes_after_a_while()
    {
        await using var desk = await TestDesk.AnaAsync("one");
        await desk.ApproveAsync("Thank you, one.");
        desk.Line.Clock.Advance(TimeSpan.FromSeconds(6));
        await desk.Line.PostAsync();
        await desk.Sitting.RefreshAsync();
        Assert.Equal("Posted to @one", Assert.Single(desk.Sitting.Deeds.Recent).Outcome);
        desk.Line.Clock.Advance(TimeSpan.FromSeconds(5));
        await desk.Sitting.RefreshAsync();
        Assert.Empty(desk.Sitting.Deeds.Recent);
    }

    [Fact]
    public async Task What_is_typed_is_kept_half_a_second_after_the_last_key()
    {
        await using var desk = await TestDesk.AnaAsync("one");
        desk.Sitting.Type(desk.Sitting.Words!, "Dear");
        desk.Line.Clock.Advance(TimeSpan.FromMilliseconds(400));
        desk.Sitting.Type(desk.Sitting.Words!, "Dear one");
        desk.Line.Clock.Advance(TimeSpan.FromMilliseconds(400));
        Assert.Null(desk.Sitting.Kept.KeptAt);
        var kept = new TaskCompletionSource();
        desk.Sitting.Kept.Changed += kept.SetResult;
        desk.Line.Clock.Advance(TimeSpan.FromMilliseconds(100));
        await kept.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("Dear one", (await desk.AgainAsync()).Sitting.Words!.Text);
    }

    [Fact]
    public async Task Any_stretch_of_a_long_list_can_be_shown_and_walked_beyond_what_is_in_sight()
    {
        await using var desk = await TestDesk.AnaAsync([.. Enumerable.Range(0, 120).Select(number => $"writer{number}")]);
        var (sitting, feed) = (desk.Sitting, desk.Sitting.Feed);
        Assert.Equal(120, feed.Total);
        Assert.Equal(Enumerable.Range(40, 30).Select(number => $"writer{number}"), (await feed.WindowAsync(40, 30)).Select(item => item.Author.Handle));
        await sitting.OpenAsync((await feed.WindowAsync(119, 1))[0].Id);
        await sitting.NextAsync();
        Assert.Equal("writer119", desk.Open);
        await sitting.PreviousAsync();
        Assert.Equal("writer118", desk.Open);
        Assert.Equal(118, await feed.RankAsync(sitting.Letter!.Mention.Id));
        await desk.ApproveAsync("Thank you, all of you.");
        Assert.Equal(("writer119", 119), (desk.Open, feed.Total));
    }

    [Fact]
    public async Task Somebody_who_searches_walks_through_what_was_found_and_comes_back_to_their_letter()
    {
        await using var desk = await TestDesk.AnaAsync("harp", "lute", "harpist", "oboe");
        await desk.Sitting.NextAsync();
        await desk.Sitting.TurnToAsync(desk.Sitting.Feed.Sight with { Sought = "harp" }, open: false);
        Assert.Equal(("lute", 2), (desk.Open, desk.Sitting.Feed.Total));
        await desk.Sitting.TurnToAsync(desk.Sitting.Feed.Sight with { Sought = "harp" });
        Assert.Equal("harpist", desk.Open);
        await desk.Sitting.NextAsync();
        Assert.Equal("harp", desk.Open);
        await desk.ApproveAsync("Thank you for the harp.");
        Assert.Equal("harpist", desk.Open);
        await desk.Sitting.TurnToAsync(desk.Sitting.Feed.Sight with { Sought = null }, open: false);
        Assert.Equal(("harpist", 3), (desk.Open, desk.Sitting.Feed.Total));
    }

    [Fact]
    public async Task What_is_looked_at_stands_in_the_address_and_can_be_shared()
    {
        var sight = Sight.Of("questions", "newest", "de", "HarbourTheatre", "", " roof ");
        Assert.Equal(sight, Sight.Of((string?)sight.Address["lane"], (string?)sight.Address["order"], (string?)sight.Address["language"], (string?)sight.Address["account"], (string?)sight.Address["assignee"], (string?)sight.Address["q"]));
        Assert.Equal(new Sight(Lane.Waiting), Sight.Of("nonsense", "nonsense", " ", null, null, ""));
        await using var desk = await TestDesk.AnaAsync("one");
        await desk.Sitting.TurnToAsync(new Sight(Lane.Waiting) { Language = "de" });
        Assert.Equal((null, 0), (desk.Open, desk.Sitting.Feed.Total));
        await desk.Sitting.TurnToAsync(new Sight(Lane.Waiting) { Language = "en", Account = "HarbourTheatre", Assignee = "" });
        Assert.Equal(("one", 1), (desk.Open, desk.Sitting.Feed.Total));
    }

    [Fact]
    public async Task The_tab_of_the_rest_shows_every_intent_that_has_no_tab_of_its_own()
    {
        var shown = Lane.All.Where(lane => lane.State == MentionState.Waiting && lane.Intents is not null).SelectMany(lane => lane.Intents!);
        Assert.Equal(Enum.GetValues<Intent>().Order(), shown.Order());
        await using var desk = await TestDesk.AnaAsync("one");
        await desk.Sitting.TurnToAsync(new Sight(Lane.Of("other")));
        Assert.Empty(desk.Sitting.Feed.Items);
    }
}
