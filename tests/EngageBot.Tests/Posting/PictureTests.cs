using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Posting;

public sealed class PictureTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_picture_goes_out_with_the_words_it_was_approved_with(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await ApprovedAsync(line);
        await line.PostAsync();
        var upload = Assert.Single(line.Network.Uploads);
        Assert.Equal((seen.Draft.Wordings[0].Picture!.AltText, "m1"), (upload.AltText, Assert.Single(line.Network.ShownMedia)));
        Assert.Equal(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "prompts", "backstage", "pictures", "rain.png")), upload.Bytes);
        Assert.Equal(seen.Draft.Wordings[0].Text, Assert.Single(line.Network.OwnPosts).Text);
        Assert.Equal((ReplyState.Sent, seen.Draft.Wordings[0].Picture), ((await line.OpenAsync(seen)).Reply!.State, (await line.OpenAsync(seen)).Reply!.Picture));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task While_its_picture_cannot_be_uploaded_the_reply_waits_and_others_do_not(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.UploadAnswers.Enqueue(new UploadOutcome.Later("503"));
        var seen = await ApprovedAsync(line);
        var other = await line.ApprovedAsync("Words alone, for Lena.");
        await line.PostAsync();
        Assert.Equal("Words alone, for Lena.", Assert.Single(line.Network.OwnPosts).Text);
        Assert.Equal((ReplyState.Held, "503"), ((await line.OpenAsync(seen)).Reply!.State, (await line.OpenAsync(seen)).Reply!.Problem));

        line.Clock.Advance(TimeSpan.FromSeconds(20));
        await line.PostAsync();
        Assert.Equal((2, 1, ReplyState.Sent), (line.Network.OwnPosts.Count, line.Network.ShownMedia.Count, (await line.OpenAsync(seen)).Reply!.State));
        Assert.Equal(ReplyState.Sent, (await line.OpenAsync(other)).Reply!.State);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_picture_that_is_refused_or_never_arrives_brings_the_reply_back_to_a_person_unposted(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.UploadAnswers.Enqueue(new UploadOutcome.Refused("X did not take the picture."));
        var refused = await ApprovedAsync(line);
        await line.PostAsync();
        var back = await line.OpenAsync(refused);
        Assert.Equal((MentionState.NeedsAttention, "X did not take the picture."), (back.Mention.State, back.Reply!.Problem));
        Assert.Equal((refused.Draft.Wordings[0].Text, refused.Draft.Wordings[0].Picture), (back.Typed!.Text, back.Typed.Picture));
        Assert.IsType<Decision.Taken>(await line.Approvals.ApproveAsync(back.Mention.Id, back.Mention.ConversationVersion, back.Typed.Text, "Ana", CancellationToken.None));

        for (var tries = 0; tries < 5; tries++)
            line.Network.UploadAnswers.Enqueue(new UploadOutcome.Later("503"));
        var lost = await ApprovedAsync(line, "mo_k");
        for (var turn = 0; turn < 6; turn++)
        {
            await line.PostAsync();
            line.Clock.Advance(TimeSpan.FromMinutes(10));
        }
        Assert.Equal(MentionState.NeedsAttention, (await line.OpenAsync(lost)).Mention.State);
        Assert.Equal(refused.Draft.Wordings[0].Text, Assert.Single(line.Network.OwnPosts).Text);
        Assert.Empty(line.Network.ShownMedia);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task After_an_unclear_attempt_neither_picture_nor_words_are_sent_again(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.PublishesButAnswers(new PostOutcome.Unclear("reset"));
        var seen = await ApprovedAsync(line);
        await line.PostAsync();
        await line.SettleAsync();
        await line.PostAsync();
        Assert.Equal((1, 1, ReplyState.Sent), (line.Network.Attempts, line.Network.Uploads.Count, (await line.OpenAsync(seen)).Reply!.State));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_uploaded_picture_that_has_expired_is_uploaded_anew_before_the_attempt(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.UploadAnswers.Enqueue(new UploadOutcome.Uploaded("old", line.Clock.GetUtcNow().AddMinutes(1)));
        line.Network.Answers(new PostOutcome.RateLimited(line.Clock.GetUtcNow().AddHours(2)));
        await ApprovedAsync(line);
        await line.PostAsync();
        line.Clock.Advance(TimeSpan.FromHours(3));
        await line.PostAsync();
        Assert.Equal(["old", "m1"], line.Network.ShownMedia);
        Assert.Single(line.Network.OwnPosts);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Only_a_picture_of_the_draft_can_be_approved_and_an_undo_keeps_it(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await RainAsync(line);
        var wording = seen.Draft.Wordings[0];
        Assert.IsType<Decision.NotPostable>(await line.ApproveAsync(seen, wording with { Picture = wording.Picture! with { Hash = new string('0', 64) } }));
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(seen, wording));
        await line.Approvals.UndoAsync(seen.Mention.Id, "Ana", CancellationToken.None);
        Assert.Equal((wording.Text, wording.Picture), ((await line.OpenAsync(seen)).Typed!.Text, (await line.OpenAsync(seen)).Typed!.Picture));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_reply_that_the_talk_overtook_comes_back_with_its_picture(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await RainAsync(line);
        await line.ApproveAsync(seen, seen.Draft.Wordings[0]);
        line.Writes("@HarbourTheatre oh, and is it warm?", thread: seen.Mention.Post.ThreadId, inReplyTo: seen.Mention.Post.Id);
        await line.ListenAsync();
        Assert.Equal(seen.Draft.Wordings[0].Picture, (await line.OpenAsync(seen)).Typed!.Picture);
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        await line.PostAsync();
        Assert.Empty(line.Network.Uploads);
    }

    private static async Task<OpenMention> ApprovedAsync(TestLine line, string author = "lena_k")
    {
        var seen = await RainAsync(line, author);
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(seen, seen.Draft.Wordings[0]));
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        return seen;
    }

    private static async Task<OpenMention> RainAsync(TestLine line, string author = "lena_k")
    {
        var seen = await line.WaitingAsync("@HarbourTheatre how do you make it rain every night?", author);
        Assert.NotNull(seen.Draft.Wordings[0].Picture);
        return seen;
    }
}
