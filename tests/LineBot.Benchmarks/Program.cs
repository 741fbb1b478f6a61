using BenchmarkDotNet.Running;
using LineBot.Benchmarks;
using LineBot.Benchmarks.Load;

// load …   the whole service under load, with a LINE that only answers
// sign-in  fifty customers who enter My Page at once
// console  fifty operators with two thousand open talks
// …        BenchmarkDotNet's own arguments: the hot paths, one by one
if (args is ["load", .. var options])
    return await LoadRun.RunAsync(LoadOptions.Parse(options));
if (args is ["sign-in"])
    return await SignInRun.RunAsync();
if (args is ["console"])
    return await ConsoleRun.RunAsync();
BenchmarkSwitcher.FromAssembly(typeof(IntakeBenchmarks).Assembly).Run(args);
return 0;
