// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title Money set aside for tax, one account per taxpayer and authority.
/// @notice An authority is named by its text in 32 bytes ("us/irs", padded with zeros). Money leaves only by `remit`:
/// on the taxpayer's own order, to the address that the authority is registered with, once per obligation.
contract TaxVault is ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    IERC20 public immutable token;
    /// The only one who may add an authority; it cannot change one, and it cannot move money.
    address public immutable registrar;

    mapping(bytes32 authority => address) public payoutAddressOf;
    mapping(address taxpayer => mapping(bytes32 authority => uint256)) public balanceOf;
    mapping(address taxpayer => mapping(bytes32 authority => mapping(bytes32 obligation => uint256))) public
        remittedFor;

    event AuthorityRegistered(bytes32 indexed authority, address payoutAddress);
    event SetAside(address indexed taxpayer, bytes32 indexed authority, uint256 amount);
    event Remitted(
        address indexed taxpayer,
        bytes32 indexed authority,
        bytes32 indexed obligation,
        address payoutAddress,
        uint256 amount
    );

    error NotRegistrar(address caller, address registrar);
    error InvalidPayoutAddress(bytes32 authority, address payoutAddress);
    error AuthorityAlreadyRegistered(bytes32 authority, address payoutAddress);
    error AuthorityUnknown(bytes32 authority);
    error NothingToMove();
    error SetAsideTooSmall(address taxpayer, bytes32 authority, uint256 balance, uint256 amount);
    error AlreadyRemitted(address taxpayer, bytes32 authority, bytes32 obligation, uint256 amount);

    constructor(IERC20 token_, address registrar_) {
        token = token_;
        registrar = registrar_;
    }

    /// @notice Names where an authority is paid, once and for all: whoever could change it later could move tax money.
    function registerAuthority(bytes32 authority, address payoutAddress) external {
        require(msg.sender == registrar, NotRegistrar(msg.sender, registrar));
        require(
            payoutAddress != address(0) && payoutAddress != address(this),
            InvalidPayoutAddress(authority, payoutAddress)
        );
        address registered = payoutAddressOf[authority];
        require(registered == address(0), AuthorityAlreadyRegistered(authority, registered));
        payoutAddressOf[authority] = payoutAddress;
        emit AuthorityRegistered(authority, payoutAddress);
    }

    /// @notice Pulls `amount` from the caller into the account of `taxpayer` with `authority`; credits what arrived,
    /// which is less than `amount` for a token that takes a fee on transfers.
    function setAside(address taxpayer, bytes32 authority, uint256 amount)
        external
        nonReentrant
        returns (uint256 credited)
    {
        // Money for an authority that nobody registered could never leave again.
        require(payoutAddressOf[authority] != address(0), AuthorityUnknown(authority));
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        credited = token.balanceOf(address(this)) - before;
        require(credited > 0, NothingToMove());
        balanceOf[taxpayer][authority] += credited;
        emit SetAside(taxpayer, authority, credited);
    }

    /// @notice Pays `amount` of the caller's set-aside money to the authority, for one obligation (for example one
    /// quarter's estimate). The same obligation is never paid a second time.
    function remit(bytes32 authority, uint256 amount, bytes32 obligation) external nonReentrant {
        address payoutAddress = payoutAddressOf[authority];
        require(payoutAddress != address(0), AuthorityUnknown(authority));
        require(amount > 0, NothingToMove());
        uint256 remitted = remittedFor[msg.sender][authority][obligation];
        require(remitted == 0, AlreadyRemitted(msg.sender, authority, obligation, remitted));
        uint256 balance = balanceOf[msg.sender][authority];
        require(amount <= balance, SetAsideTooSmall(msg.sender, authority, balance, amount));

        remittedFor[msg.sender][authority][obligation] = amount;
        balanceOf[msg.sender][authority] = balance - amount;
        emit Remitted(msg.sender, authority, obligation, payoutAddress, amount);
        token.safeTransfer(payoutAddress, amount);
    }
}
