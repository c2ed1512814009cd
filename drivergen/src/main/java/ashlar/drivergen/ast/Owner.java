package ashlar.drivergen.ast;

/// Who may touch an element that driver and device share.
public enum Owner { DRIVER, DEVICE }
