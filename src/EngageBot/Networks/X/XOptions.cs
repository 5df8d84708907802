using System.ComponentModel.DataAnnotations;

namespace EngageBot.Networks.X;

/// <summary>Section <c>X</c>: where X is and the keys of our accounts; a single account's keys may stand at the top.</summary>
public sealed class XOptions : XAccountOptions, IValidatableObject
{
    public const string Section = "X";

    /// <summary>Any https address, or http on this machine.</summary>
    public string BaseUrl { get; set; } = "https://api.x.com";

    /// <summary>How requests are spelled: <c>post</c> or <c>tweet</c>. Both are understood in answers.</summary>
    public string Dialect { get; set; } = "post";

    /// <summary><c>HttpClient</c>, or <c>Tweetinvi</c> where that was built in.</summary>
    public string Transport { get; set; } = "HttpClient";

    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Where renewed OAuth 2.0 tokens are kept.</summary>
    [Required]
    public string TokenDirectory { get; set; } = "data";

    public IList<XAccountOptions> Accounts { get; set; } = [];

    /// <summary>False when there are no keys at all: then there is nothing to talk to but a sandbox.</summary>
    public bool IsConfigured => AllAccounts.Any();

    internal Uri BaseAddress => new(BaseUrl);

    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    internal XDialect Spelling => XDialect.Named(Dialect) ?? throw new InvalidOperationException("The options were not validated.");

    internal bool UsesTweetinvi => Transport.Equals("Tweetinvi", StringComparison.OrdinalIgnoreCase);

    internal IEnumerable<XAccountOptions> AllAccounts => IsAccount ? [this, .. ListedAccounts] : ListedAccounts;

    // With accounts in the list, the app's own two keys may stand at the top for all of them.
    private bool IsAccount => HasUserKey || (HasAnyKey && Accounts.Count == 0);

    private IEnumerable<XAccountOptions> ListedAccounts => Accounts.Select(account => account.Of(this));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        OwnFlaws().Concat(AccountFlaws()).Select(flaw => new ValidationResult(flaw));

    private IEnumerable<string> OwnFlaws()
    {
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            yield return $"X:BaseUrl is '{BaseUrl}', which is no web address. Leave it out for https://api.x.com.";
        else if (url.Scheme == "http" && !url.IsLoopback)
            yield return $"X:BaseUrl is '{BaseUrl}': keys are sent to another machine over https only.";
        if (XDialect.Named(Dialect) is null)
            yield return $"X:Dialect is '{Dialect}'; it may be post or tweet.";
        if (!UsesTweetinvi && !Transport.Equals("HttpClient", StringComparison.OrdinalIgnoreCase))
            yield return $"X:Transport is '{Transport}'; it may be HttpClient or Tweetinvi.";
        if (UsesTweetinvi && !XServices.HasTweetinvi)
            yield return "X:Transport is Tweetinvi, which this build does not have. Leave the setting out, or build with -p:UseTweetinvi=true.";
    }

    private IEnumerable<string> AccountFlaws() =>
        (IsAccount ? Flaws(Section) : []).Concat(ListedAccounts.SelectMany((account, index) => account.Flaws($"{Section}:Accounts:{index}")));
}
