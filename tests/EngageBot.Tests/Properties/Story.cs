using EngageBot.Approving;
using EngageBot.Approving.Together;
using EngageBot.Conversing;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Posting;
using EngageBot.Tests.Line;
using Xunit;

namespace EngageBot.Tests.Properties;

/// <summary>Three mentions, two of one person in one talk, and whatever is done to them through the real rooms.</summary>
internal sealed class Story
{
    private readonly TestLine line;
    private readonly List<Post> posts = [];
    private readonly Dictionary<(int Who, int Which), OpenMention> seen = [];

    private Story(TestLine line) => this.line = line;

    /// <summary>Plays the steps in an empty house; throws when a promise is broken after one of them.</summary>
    public static async Task PlayAsync(TestLine line, IReadOnlyList<Step> steps)
    {
        await EmptyHouse.MakeAsync(line);
        var story = new Story(line);
        story.posts.Add(line.Writes("@HarbourTheatre thank you, what an evening", "pia"));
        story.posts.Add(line.Writes("@HarbourTheatre and when does it begin tomorrow?", "pia", thread: story.posts[0].ThreadId));
        story.posts.Add(line.Writes("@HarbourTheatre the heating was off again, not good", "tomw"));
        await line.ListenAsync();
        foreach (var step in steps)
        {
            var reached = await Killing.AtAsync(step.KilledAt, () => story.TakeAsync(step));
            if (reached)
                await line.Get<Settler>().RecoverAsync(line.Clock.GetUtcNow().AddMilliseconds(1), CancellationToken.None);
            await Promises.KeptAsync(line);
        }
        await story.ComeToRestAsync();
    }

    /// <summary>When nothing more happens, nothing is left on its way.</summary>
    private async Task ComeToRestAsync()
    {
        line.Network.Forget();
        line.Clock.Advance(TimeSpan.FromDays(1));
        await line.ListenAsync();
        await line.Get<Settler>().RecoverAsync(line.Clock.GetUtcNow(), CancellationToken.None);
        await line.Get<CurtainCall>().WithdrawDueAsync(CancellationToken.None);
        await line.PostAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(3));
        await line.SettleAsync();
        await line.PostAsync();
        await Promises.KeptAsync(line);
        var left = await line.Database.ReadAsync(
            session => session.QueryAsync<string>("SELECT state || ', ' || COALESCE(problem, 'no problem') FROM reply WHERE state IN ('held', 'sending', 'unclear')"), CancellationToken.None);
        Assert.True(left.Count == 0, $"When all is quiet a reply is still {string.Join("; ", left)}");
    }

    private Task TakeAsync(Step step) => step.What switch
    {
        Happening.Look => LookAsync(step),
        Happening.Approve => ApproveAsync(step),
        Happening.Type => OnAsync(step, id => line.Approvals.SaveDraftAsync(id, step.Kind == 0 ? "" : $"Words {step.Kind} of {step.Person}", step.Person, default)),
        Happening.LetBe => OnAsync(step, id => line.Approvals.LetBeAsync(id, "nothing to add", step.Person, default)),
        Happening.Snooze => OnAsync(step, id => line.Approvals.SnoozeAsync(id, line.Clock.GetUtcNow().AddMinutes(step.Kind), step.Person, default)),
        Happening.Undo => OnAsync(step, id => line.Approvals.UndoAsync(id, step.Person, default)),
        Happening.Reopen => OnAsync(step, id => line.Approvals.ReopenAsync(id, step.Person, default)),
        Happening.Correct => OnAsync(step, id => line.Get<Corrections>().CorrectAsync(id, (Intent)(step.Kind % 9), null, step.Person, default)),
        Happening.Note => OnAsync(step, id => line.Get<Notes>().AddAsync(id, "look at this", step.Person, default)),
        Happening.Claim => OnAsync(step, id => line.Get<Claims>().TakeAsync(id, step.Person, step.Person, step.Kind > 7, default)),
        Happening.Release => line.Get<Claims>().ReleaseAsync(step.Person, default),
        Happening.TheyWrite => WriteAsync(step, "@HarbourTheatre and one more thing"),
        Happening.TheyStop => WriteAsync(step, "@HarbourTheatre stop replying to me"),
        Happening.TheyInvite => WriteAsync(step, "@HarbourTheatre sorry, you can reply to me again"),
        Happening.TheyDelete => DeleteAsync(step),
        Happening.AnsweredByPhone => PhoneAsync(step),
        Happening.Listen => line.ListenAsync(),
        Happening.Wait => Task.Run(() => line.Clock.Advance(step.Kind < 6 ? TimeSpan.FromSeconds(6) : step.Kind < 9 ? TimeSpan.FromMinutes(3) : TimeSpan.FromHours(13))),
        Happening.Curtain => line.Get<CurtainCall>().WithdrawDueAsync(default),
        Happening.Wake => line.Get<SnoozeAlarm>().WakeDueAsync(default),
        Happening.Post => PostAsync(step),
        Happening.Settle => line.SettleAsync(),
        Happening.Forget => line.Get<ForgettingService>().ForgetAsync(default),
        _ => line.Get<Settler>().RecoverAsync(line.Clock.GetUtcNow(), default),
    };

    private async Task LookAsync(Step step) => seen[(step.Who, step.Which)] = await line.OpenByPostAsync(posts[step.Which].Id);

    /// <summary>With the version that this person saw when they last looked, however long ago.</summary>
    private async Task ApproveAsync(Step step)
    {
        if (!seen.TryGetValue((step.Who, step.Which), out var looked))
            return;
        var now = await line.OpenAsync(looked);
        var decision = await line.ApproveAsync(looked, $"Thank you, says {step.Person}, {step.Kind}.", step.Person);
        if (decision.ChangedSomething && (now.Mention.ConversationVersion != looked.Mention.ConversationVersion || now.Mention.State is not (MentionState.Waiting or MentionState.Snoozed or MentionState.NeedsAttention)))
            Assert.Fail($"{step.Person} saw version {looked.Mention.ConversationVersion}, it was {now.Mention.ConversationVersion} and {now.Mention.State}, and the approval went through");
    }

    private async Task OnAsync<T>(Step step, Func<string, Task<T>> verb) => await verb((await line.OpenByPostAsync(posts[step.Which].Id)).Mention.Id);

    private async Task WriteAsync(Step step, string text)
    {
        line.Writes(text, posts[step.Which].Author.Handle, posts[step.Which].ThreadId);
        if (step.Kind > 2) // else it is heard later
            await line.ListenAsync();
    }

    private async Task DeleteAsync(Step step)
    {
        var id = (await line.OpenByPostAsync(posts[step.Which].Id)).Mention.Id;
        line.Network.Deleted.Add(posts[step.Which].Id);
        await line.Database.WriteAsync(
            async session =>
            {
                await line.Get<Withdrawals>().BecauseDeletedAsync(session, id);
                return true;
            },
            default);
    }

    private async Task PhoneAsync(Step step)
    {
        line.Network.Publish(posts[step.Which].Id, $"From the phone, {step.Kind}");
        await line.Get<OwnTimeline>().LookAsync(line.Account, default);
    }

    private async Task PostAsync(Step step)
    {
        var now = line.Clock.GetUtcNow();
        switch (step.Kind)
        {
            case 0:
                line.Network.PublishesButAnswers(new PostOutcome.Unclear("the answer was lost"));
                break;
            case 1:
                line.Network.Answers(new PostOutcome.Unclear("nothing came back"));
                break;
            case 2:
                line.Network.Answers(new PostOutcome.RateLimited(now.AddMinutes(2)));
                break;
            case 3:
                line.Network.Answers(new PostOutcome.Unreachable("no line"));
                break;
            case 4:
                line.Network.Answers(new PostOutcome.Refused(RefusalKind.TargetGone, "it is gone"));
                break;
            case 5:
                line.Network.PublishesButAnswers(new PostOutcome.Refused(RefusalKind.Duplicate, "said before"));
                break;
        }
        await line.Get<Poster>().SendNextAsync(default);
        line.Network.Forget();
    }
}
