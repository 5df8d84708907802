using System.Collections.Concurrent;
using EngageBot.Model;
using EngageBot.Networks.X.Tokens;
using EngageBot.Networks.X.Transport;
using EngageBot.Networks.X.Wire;
using Microsoft.Extensions.Options;

namespace EngageBot.Networks.X;

/// <summary>The configured accounts, and whose keys each of them are: X is asked once for each.</summary>
internal sealed class XAccounts(
    IOptions<XOptions> options, XClient client, Verdicts verdicts, IXTokenStore store, TokenEndpoint endpoint, TimeProvider clock) : IDisposable
{
    private readonly Lazy<IReadOnlyList<XSession>> sessions = new(() =>
        [.. options.Value.AllAccounts.Select((account, index) => SessionOf(account, $"X account {index + 1}", store, endpoint))]);

    private readonly ConcurrentDictionary<string, XSession> byUserId = new();
    private readonly SemaphoreSlim gate = new(1, 1);

    public int Count => sessions.Value.Count;

    public async Task<ReadOutcome<XIdentity>> WhoAmIAsync(int account, CancellationToken cancellationToken)
    {
        var session = sessions.Value[account];
        var answer = await client.GetAsync(session, "/2/users/me", [new("user.fields", "name,username")], cancellationToken);
        var outcome = verdicts.OfRead(Lane(session, "me"), answer, (answered, json) => json.Member("data") is { } data && KnownPeople.Read(data) is { } self
            ? new XIdentity(self, Answers.ClockAhead(answered.Response, clock))
            : null);
        if (outcome is ReadOutcome<XIdentity>.Read identity)
            byUserId[identity.Value.Self.UserId] = session;
        return outcome;
    }

    /// <summary>The session of an account; the keys of another are never used in its place.</summary>
    public async Task<ReadOutcome<XSession>> SessionOfAsync(Account account, CancellationToken cancellationToken)
    {
        if (byUserId.TryGetValue(account.Self.UserId, out var session))
            return new ReadOutcome<XSession>.Read(session);
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await FindAsync(account, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>X counts its limits for each account and kind of request.</summary>
    public static string Lane(XSession session, string kind) => $"{session.Label}/{kind}";

    public void Dispose() => gate.Dispose();

    private async Task<ReadOutcome<XSession>> FindAsync(Account account, CancellationToken cancellationToken)
    {
        ReadOutcome<XSession>? trouble = null;
        for (var index = 0; index < Count; index++)
        {
            var isKnown = byUserId.Values.Contains(sessions.Value[index]);
            if (!isKnown && await WhoAmIAsync(index, cancellationToken) is var outcome and not ReadOutcome<XIdentity>.Read)
                trouble ??= Same(outcome);
            if (byUserId.TryGetValue(account.Self.UserId, out var session))
                return new ReadOutcome<XSession>.Read(session);
        }

        return trouble ?? new ReadOutcome<XSession>.Halted($"No keys for @{account.Self.Handle} are configured. Add them under X:Accounts.");
    }

    private static ReadOutcome<XSession> Same(ReadOutcome<XIdentity> outcome) => outcome switch
    {
        ReadOutcome<XIdentity>.RateLimited limited => new ReadOutcome<XSession>.RateLimited(limited.Until),
        ReadOutcome<XIdentity>.Failed failed => new ReadOutcome<XSession>.Failed(failed.Reason),
        ReadOutcome<XIdentity>.Halted halted => new ReadOutcome<XSession>.Halted(halted.Reason, halted.Until),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static XSession SessionOf(XAccountOptions account, string label, IXTokenStore store, TokenEndpoint endpoint) => account.OAuth2 is { } oauth2
        ? new TokenSession(label, oauth2, store, endpoint)
        : new KeySession(label, new XCredentials.OAuth1(
            account.ConsumerKey!.Trim(), account.ConsumerSecret!.Trim(), account.AccessToken!.Trim(), account.AccessTokenSecret!.Trim()));
}
