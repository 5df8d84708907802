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
        [.. options.Value.AllAccounts.Select((account, index) => SessionOf(account, $"X account {index + 1}", store, endpoint, clock))]);

    private readonly ConcurrentDictionary<XSession, Person> selves = new();
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
            selves[session] = identity.Value.Self;
        return outcome;
    }

    /// <summary>Who the accounts are, in the order of the configuration; X is asked only for those that it has not told yet.</summary>
    public async Task<IReadOnlyList<ReadOutcome<Person>>> SelvesAsync(CancellationToken cancellationToken)
    {
        var outcomes = new List<ReadOutcome<Person>>();
        for (var index = 0; index < Count; index++)
        {
            outcomes.Add(selves.TryGetValue(sessions.Value[index], out var self)
                ? new ReadOutcome<Person>.Read(self)
                : (await WhoAmIAsync(index, cancellationToken)).Select(identity => identity.Self));
        }

        return outcomes;
    }

    /// <summary>The session of an account; the keys of another are never used in its place.</summary>
    public async Task<ReadOutcome<XSession>> SessionOfAsync(Account account, CancellationToken cancellationToken)
    {
        if (Known(account) is { } session)
            return new ReadOutcome<XSession>.Read(session);
        // One caller asks, the others wait for what it learns.
        await gate.WaitAsync(cancellationToken);
        try
        {
            var outcomes = Known(account) is null ? await SelvesAsync(cancellationToken) : [];
            return Known(account) is { } found
                ? new ReadOutcome<XSession>.Read(found)
                : outcomes.FirstOrDefault(outcome => outcome is not ReadOutcome<Person>.Read)?.Instead<Person, XSession>()
                    ?? new ReadOutcome<XSession>.Halted($"No keys for @{account.Self.Handle} are configured. Add them under X:Accounts.");
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>X counts its limits for each account and kind of request.</summary>
    public static string Lane(XSession session, string kind) => $"{session.Label}/{kind}";

    public void Dispose() => gate.Dispose();

    private XSession? Known(Account account) => selves.FirstOrDefault(self => self.Value.UserId == account.Self.UserId).Key;

    private static XSession SessionOf(XAccountOptions account, string label, IXTokenStore store, TokenEndpoint endpoint, TimeProvider clock) => account.OAuth2 is { } oauth2
        ? new TokenSession(label, oauth2, store, endpoint, clock)
        : new KeySession(label, new XCredentials.OAuth1(
            account.ConsumerKey!.Trim(), account.ConsumerSecret!.Trim(), account.AccessToken!.Trim(), account.AccessTokenSecret!.Trim()));
}
